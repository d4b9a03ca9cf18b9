package dev.ndbind.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is: an element, an annotation on it, or one value of that annotation. Whoever
 * holds a place can pass it on, and only the report looks inside; so the stages that know no
 * compiler can still say where.
 */
public final class Place {
  private final Element element;
  private final @Nullable AnnotationMirror annotation;
  private final @Nullable AnnotationValue value;

  private Place(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
    this.element = element;
    this.annotation = annotation;
    this.value = value;
  }

  /**
   * An element.
   *
   * @param element a declaration in the sources
   * @return its name's position
   */
  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  /**
   * An annotation.
   *
   * @param element the annotated declaration
   * @param annotation one of its annotations
   * @return the annotation's position
   */
  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, annotation, null);
  }

  /**
   * A value of an annotation.
   *
   * @param element the annotated declaration
   * @param annotation one of its annotations
   * @param value one of the values written there
   * @return the value's position
   */
  public static Place of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new Place(element, annotation, value);
  }

  void print(Messager messager, Diagnostic.Kind kind, String message) {
    if (annotation == null) {
      messager.printMessage(kind, message, element);
    } else if (value == null) {
      messager.printMessage(kind, message, element, annotation);
    } else {
      messager.printMessage(kind, message, element, annotation, value);
    }
  }
}
