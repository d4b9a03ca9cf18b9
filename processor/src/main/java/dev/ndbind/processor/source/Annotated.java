package dev.ndbind.processor.source;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ParameterModel.Nullness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * What can carry a contract, with its annotations: those of the declaration and those of its type.
 *
 * @param element the parameter, the method, or the component of a record
 * @param shown where problems are shown: the element, or a method if the compiler cannot show it
 * @param onDeclaration the annotations of the declaration
 * @param onType the annotations of the type
 * @param description what messages call it
 */
record Annotated(
    Element element,
    Element shown,
    List<? extends AnnotationMirror> onDeclaration,
    List<? extends AnnotationMirror> onType,
    String description) {
  static final String LAYOUT = "dev.ndbind.annotation.Layout";
  static final String ON_DEVICE = "dev.ndbind.annotation.OnDevice";

  static Annotated of(Element element, TypeMirror type, String description) {
    return new Annotated(
        element, element, element.getAnnotationMirrors(), type.getAnnotationMirrors(), description);
  }

  Place place() {
    return Place.of(shown);
  }

  private boolean isShown() {
    return element.equals(shown);
  }

  /** The contract annotation of some name, here or on an annotation that is here. */
  Optional<Contract> contract(String name, Report report) {
    List<Contract> found = contracts(name);
    if (found.size() > 1) {
      String first = Mentions.name(Mirrors.type(found.get(0).at()));
      String second = Mentions.name(Mirrors.type(found.get(1).at()));
      report.add(Problem.TWO_CONTRACTS, found.get(1).place(), description, first, second);
    }
    return found.stream().findFirst();
  }

  List<Contract> contracts(String name) {
    List<Contract> found = new ArrayList<>();
    for (AnnotationMirror annotation : distinct()) {
      if (Mirrors.type(annotation).getQualifiedName().contentEquals(name)) {
        found.add(new Contract(this, annotation, annotation));
      } else {
        Mirrors.find(Mirrors.type(annotation).getAnnotationMirrors(), name)
            .ifPresent(meta -> found.add(new Contract(this, meta, annotation)));
      }
    }
    return found;
  }

  /** An annotation for declarations and types is given twice, but written once. */
  private List<AnnotationMirror> distinct() {
    Map<Element, AnnotationMirror> byType = new LinkedHashMap<>();
    Stream.concat(onDeclaration.stream(), onType.stream())
        .forEach(annotation -> byType.putIfAbsent(Mirrors.type(annotation), annotation));
    return List.copyOf(byType.values());
  }

  /** The annotation named {@code Nullable}, whatever its package is. */
  Optional<Nullness> nullness() {
    return nullable(onDeclaration, false).or(() -> nullable(onType, true));
  }

  private static Optional<Nullness> nullable(
      List<? extends AnnotationMirror> annotations, boolean isTypeUse) {
    return annotations.stream()
        .map(Mirrors::type)
        .filter(type -> type.getSimpleName().contentEquals("Nullable"))
        .findFirst()
        .map(type -> new Nullness(TypeReader.id(type), isTypeUse));
  }

  /**
   * An annotation that states a part of a contract.
   *
   * @param carrier what carries it
   * @param annotation the annotation itself
   * @param at what is written on the element: the annotation, or its alias
   */
  record Contract(Annotated carrier, AnnotationMirror annotation, AnnotationMirror at) {
    AnnotationValue value(Compiler compiler, String attribute) {
      return Mirrors.value(compiler.elements(), annotation, attribute);
    }

    Place place() {
      return carrier.isShown() ? Place.of(carrier.element(), at) : carrier.place();
    }

    /** Where an attribute is written; with an alias, that is the alias. */
    Place place(String attribute) {
      return Mirrors.written(annotation, attribute)
          .filter(value -> annotation.equals(at) && carrier.isShown())
          .map(value -> Place.of(carrier.element(), at, value))
          .orElseGet(this::place);
    }

    /** The places of all attributes that are written out. */
    Map<String, Place> places() {
      Map<String, Place> places = new HashMap<>();
      annotation.getElementValues().keySet().stream()
          .map(Mentions::name)
          .forEach(attribute -> places.put(attribute, place(attribute)));
      return places;
    }
  }
}
