package dev.ndbind.processor.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Tells whether all that an adapter depends on exists already. Types that another processor
 * generates do not in the first round.
 */
public final class Completeness {
  private final Compiler compiler;

  /**
   * A check for one round.
   *
   * @param compiler what the compiler offers
   */
  public Completeness(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What is missing before a type can be read.
   *
   * @param type a type with annotated methods
   * @return the name of something that does not exist yet, or empty
   */
  public Optional<String> missing(TypeElement type) {
    List<ExecutableElement> methods = new Members(compiler, type).thatMatter();
    Stream<Optional<String>> checks =
        Stream.of(
            missingIn(type.getInterfaces().stream()),
            missingIn(Mentions.bounds(type.getTypeParameters())),
            missingIn((AnnotatedConstruct) type));
    return Stream.concat(checks, methods.stream().map(this::missingIn))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> missingIn(ExecutableElement method) {
    return missingIn(Stream.concat(Mentions.signature(method), components(method)))
        .or(() -> missingIn((AnnotatedConstruct) method))
        .or(() ->
            method.getParameters().stream()
                .flatMap(parameter -> missingIn((AnnotatedConstruct) parameter).stream())
                .findFirst());
  }

  private static Stream<TypeMirror> components(ExecutableElement method) {
    return Kinds.declared(method.getReturnType())
        .map(Mentions::element)
        .filter(element -> element.getKind() == ElementKind.RECORD)
        .map(TypeElement::getRecordComponents)
        .stream()
        .flatMap(List::stream)
        .map(RecordComponentElement::asType);
  }

  private static Optional<String> missingIn(Stream<? extends TypeMirror> types) {
    return types
        .flatMap(type -> Mentions.of(type).stream())
        .filter(type -> type.getKind() == TypeKind.ERROR)
        .map(DeclaredType::asElement)
        .map(Mentions::name)
        .findFirst();
  }

  private Optional<String> missingIn(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream()
        .flatMap(annotation -> missingIn(annotation).stream())
        .findFirst();
  }

  private Optional<String> missingIn(AnnotationMirror annotation) {
    if (annotation.getAnnotationType().getKind() == TypeKind.ERROR) {
      return Optional.of(Mentions.name(Mirrors.type(annotation)));
    }
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> IncompleteValue.test(entry.getKey().getReturnType(), entry.getValue()))
        .map(entry -> describe(annotation, entry.getKey()))
        .findFirst();
  }

  private static String describe(AnnotationMirror annotation, Element attribute) {
    return "the value of '%s' in @%s"
        .formatted(Mentions.name(attribute), Mentions.name(Mirrors.type(annotation)));
  }
}
