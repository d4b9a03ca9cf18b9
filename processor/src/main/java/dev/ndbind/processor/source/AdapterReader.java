package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.AdapterModel.Surroundings;
import dev.ndbind.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads a type with annotated methods into the model, or reports why it cannot be adapted. */
public final class AdapterReader {
  private final Compiler compiler;
  private final Report report;
  private final List<String> from;

  /**
   * A reader for one type.
   *
   * @param compiler what the compiler offers
   * @param report where problems go
   * @param from the bridges named by the processor's option
   */
  public AdapterReader(Compiler compiler, Report report, List<String> from) {
    this.compiler = compiler;
    this.report = report;
    this.from = from;
  }

  /**
   * Reads a type that {@link Completeness} has found complete.
   *
   * @param type a type that is annotated or has annotated methods
   * @return the model; what it says may still break rules
   */
  public Optional<AdapterModel> read(TypeElement type) {
    Place place = Place.of(type);
    Access access = new Access(compiler.elements().getPackageOf(type), report);
    ModuleReader modules = new ModuleReader(compiler, report);
    boolean isModule = ModuleReader.annotation(type).isPresent();
    if (!isSupported(type) || !access.check(type, place) || (isModule && !modules.check(type))) {
      return Optional.empty();
    }
    Members members = new Members(compiler, type);
    List<ExecutableElement> adapted = new ArrayList<>();
    List<MethodModel> methods = adapted(type, members, adapted);
    adapted.forEach(access::check);
    boolean hasInstance = methods.stream().anyMatch(method -> !method.signature().isStatic());
    boolean isInterface = hasInstance && type.getKind() == ElementKind.INTERFACE;
    if (isInterface) {
      handOn(members, adapted, methods);
    }
    TypeReader types = new TypeReader(compiler);
    return Optional.of(
        new AdapterModel(
            TypeReader.id(type),
            Warnings.isPublic(type),
            isInterface,
            hasInstance ? types.readParameters(type.getTypeParameters()) : List.of(),
            methods,
            isModule ? Optional.of(modules.read(type, adapted, methods)) : Optional.empty(),
            surroundings(type, adapted),
            place));
  }

  private boolean isSupported(TypeElement type) {
    String kind =
        type.getKind() == ElementKind.ANNOTATION_TYPE
            ? "annotation"
            : isSealedInterface(type) ? "sealed interface" : "";
    if (!kind.isEmpty()) {
      report.add(Problem.UNSUPPORTED_TYPE, Place.of(type), kind, Mentions.name(type));
    }
    return kind.isEmpty();
  }

  private static boolean isSealedInterface(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  private List<MethodModel> adapted(
      TypeElement type, Members members, List<ExecutableElement> adapted) {
    MethodReader reader = new MethodReader(compiler, report);
    BridgeChoice bridges = new BridgeChoice(compiler, report, type, from);
    List<MethodModel> models = new ArrayList<>();
    for (ExecutableElement method : members.candidates()) {
      if (method.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(Problem.PRIVATE_METHOD, annotationPlace(method), Mentions.name(method));
        continue;
      }
      int problems = report.size();
      MethodModel model = reader.read(method, bridges.of(method));
      if (model.contracts().findAny().isPresent() || isFunction(type, method)) {
        adapted.add(method);
        models.add(model);
      } else if (Members.annotation(method).isPresent() && report.size() == problems) {
        report.add(
            Problem.NO_ARRAY,
            annotationPlace(method),
            Mentions.name(method),
            "call it directly, or take a typed array");
      }
    }
    if (models.isEmpty() && !report.hasErrors()) {
      report.add(Problem.NOTHING_TO_ADAPT, annotationPlace(type), Mentions.name(type));
    }
    return models;
  }

  /** A function of a module needs no array. */
  private static boolean isFunction(TypeElement type, ExecutableElement method) {
    return ModuleReader.annotation(type).isPresent()
        && !method.getModifiers().contains(Modifier.STATIC);
  }

  private static Place annotationPlace(Element element) {
    Optional<AnnotationMirror> annotation = Members.annotation(element);
    return annotation.map(found -> Place.of(element, found)).orElse(Place.of(element));
  }

  private void handOn(Members members, List<ExecutableElement> adapted, List<MethodModel> methods) {
    MethodReader reader = new MethodReader(compiler, report);
    for (ExecutableElement method : members.handedOn(List.copyOf(adapted))) {
      adapted.add(method);
      methods.add(reader.readHandedOn(method, members.inType(method)));
    }
  }

  private Surroundings surroundings(TypeElement type, List<ExecutableElement> methods) {
    Warnings warnings = new Warnings(compiler);
    if (Warnings.isPublic(type)) {
      warnings.addExports(type);
    }
    return new Surroundings(
        compiler.find(type, "javax.annotation.processing.Generated") != null,
        warnings.of(type, methods),
        InheritedNames.of(type));
  }
}
