package dev.ndbind.processor;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The names of the types that a round is about. */
final class AnnotatedTypes {
  private AnnotatedTypes() {}

  /** The types that are annotated, or have annotated methods. */
  static Set<String> in(RoundEnvironment round, Set<? extends TypeElement> annotations) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        name(element).or(() -> nameAround(element)).ifPresent(names::add);
      }
    }
    return names;
  }

  private static Optional<String> nameAround(Element method) {
    return Optional.ofNullable(method.getEnclosingElement()).flatMap(AnnotatedTypes::name);
  }

  /** The canonical name of a type; empty for anything else. */
  static Optional<String> name(Element element) {
    return element instanceof TypeElement type
        ? Optional.of(type.getQualifiedName().toString())
        : Optional.empty();
  }
}
