package dev.ndbind.processor.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The types nested in an interface, whose simple names hide imports in a class that implements it.
 */
final class InheritedNames {
  private InheritedNames() {}

  static List<String> of(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    if (type.getKind() == ElementKind.INTERFACE) {
      collect(type, names);
    }
    return List.copyOf(names);
  }

  private static void collect(TypeElement type, Set<String> names) {
    ElementFilter.typesIn(type.getEnclosedElements())
        .forEach(nested -> names.add(Mentions.name(nested)));
    for (TypeMirror parent : type.getInterfaces()) {
      Kinds.declared(parent).ifPresent(declared -> collect(Mentions.element(declared), names));
    }
  }
}
