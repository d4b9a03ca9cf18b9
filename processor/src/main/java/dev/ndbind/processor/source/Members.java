package dev.ndbind.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods of a type that its adapter is about, in source order. */
final class Members {
  private static final String ACCEPTS_NUMPY = "dev.ndbind.annotation.AcceptsNumpy";

  private final Compiler compiler;
  private final TypeElement type;

  Members(Compiler compiler, TypeElement type) {
    this.compiler = compiler;
    this.type = type;
  }

  static Optional<AnnotationMirror> annotation(Element element) {
    return Mirrors.find(element.getAnnotationMirrors(), ACCEPTS_NUMPY)
        .or(() -> ModuleReader.annotation(element));
  }

  /** Those annotated, and if the type is annotated all that are not private. */
  List<ExecutableElement> candidates() {
    boolean all = annotation(type).isPresent();
    return declared()
        .filter(method -> annotation(method).isPresent() || (all && standsForItself(method)))
        .toList();
  }

  private Stream<ExecutableElement> declared() {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream();
  }

  private boolean standsForItself(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.PRIVATE) && !isAccessor(method);
  }

  private boolean isAccessor(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && type.getRecordComponents().stream()
            .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
  }

  /** The candidates, and what an adapter that implements the type would have to hand on. */
  List<ExecutableElement> thatMatter() {
    List<ExecutableElement> candidates = candidates();
    return type.getKind() == ElementKind.INTERFACE
        ? Stream.concat(candidates.stream(), handedOn(candidates).stream()).toList()
        : candidates;
  }

  /** The instance methods of an interface, inherited ones too, that are not adapted. */
  List<ExecutableElement> handedOn(List<ExecutableElement> adapted) {
    List<ExecutableElement> seen = new ArrayList<>(adapted);
    collect(type, seen);
    return seen.subList(adapted.size(), seen.size());
  }

  private void collect(TypeElement from, List<ExecutableElement> seen) {
    ElementFilter.methodsIn(from.getEnclosedElements()).stream()
        .filter(Members::isVirtual)
        .filter(method -> seen.stream().noneMatch(other -> replaces(other, method)))
        .forEach(seen::add);
    for (TypeMirror parent : from.getInterfaces()) {
      Kinds.declared(parent).ifPresent(declared -> collect(Mentions.element(declared), seen));
    }
  }

  private static boolean isVirtual(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private boolean replaces(ExecutableElement other, ExecutableElement method) {
    return other.equals(method)
        || isObjects(method)
        || (other.getSimpleName().equals(method.getSimpleName())
            && (compiler.elements().overrides(other, method, type)
                // Two interfaces may declare the same method without overriding each other's.
                || compiler.types().isSubsignature(inType(other), inType(method))));
  }

  /** A method as the type that inherits it sees it. */
  ExecutableType inType(ExecutableElement method) {
    return (ExecutableType) compiler.types().asMemberOf((DeclaredType) type.asType(), method);
  }

  /** An adapter has these of its own. */
  private boolean isObjects(ExecutableElement method) {
    TypeElement object = compiler.elements().getTypeElement("java.lang.Object");
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(own -> own.getSimpleName().equals(method.getSimpleName()))
        .anyMatch(own -> isSubsignature(method, own));
  }

  private boolean isSubsignature(ExecutableElement one, ExecutableElement other) {
    return compiler
        .types()
        .isSubsignature((ExecutableType) one.asType(), (ExecutableType) other.asType());
  }
}
