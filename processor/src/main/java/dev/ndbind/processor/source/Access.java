package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Whether the adapter, another class of the same package, may name a type. */
final class Access {
  private final PackageElement from;
  private final Report report;

  Access(PackageElement from, Report report) {
    this.from = from;
    this.report = report;
  }

  /** Reports each type that the adapter could not name. */
  void check(ExecutableElement method) {
    Mentions.inSignature(method)
        .map(Mentions::element)
        .distinct()
        .forEach(type -> check(type, Place.of(method)));
  }

  /** Reports a type, if the adapter could not name it, and returns whether it can. */
  boolean check(TypeElement type, Place place) {
    boolean isVisible =
        TypeReader.outwards(type).stream()
            .filter(element -> element.getKind().isDeclaredType())
            .allMatch(this::isVisible);
    if (!isVisible) {
      String name = TypeReader.id(type).nestedName();
      report.add(Problem.NOT_CALLABLE, place, name, from.getQualifiedName());
    }
    return isVisible;
  }

  private boolean isVisible(Element type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        || (!type.getModifiers().contains(Modifier.PRIVATE)
            && TypeReader.outwards(type).contains(from));
  }
}
