package dev.ndbind.processor.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Reads annotations. Values must have been found complete by {@link Completeness}. */
final class Mirrors {
  private Mirrors() {}

  static TypeElement type(AnnotationMirror annotation) {
    return (TypeElement) annotation.getAnnotationType().asElement();
  }

  static Optional<AnnotationMirror> find(
      List<? extends AnnotationMirror> annotations, String qualifiedName) {
    return annotations.stream()
        .filter(annotation -> type(annotation).getQualifiedName().contentEquals(qualifiedName))
        .<AnnotationMirror>map(annotation -> annotation)
        .findFirst();
  }

  /** The value of an attribute, its default if it is not written out. */
  static AnnotationValue value(Elements elements, AnnotationMirror annotation, String attribute) {
    return named(elements.getElementValuesWithDefaults(annotation), attribute).orElseThrow();
  }

  static Optional<AnnotationValue> written(AnnotationMirror annotation, String attribute) {
    return named(annotation.getElementValues(), attribute);
  }

  private static Optional<AnnotationValue> named(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values, String attribute) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .<AnnotationValue>map(Map.Entry::getValue)
        .findFirst();
  }

  static String string(AnnotationValue value) {
    return new Expecting<String>() {
      @Override
      public String visitString(String text, Void unused) {
        return text;
      }
    }.visit(value);
  }

  static boolean truth(AnnotationValue value) {
    return new Expecting<Boolean>() {
      @Override
      public Boolean visitBoolean(boolean truth, Void unused) {
        return truth;
      }
    }.visit(value);
  }

  static <E extends Enum<E>> E constant(Class<E> type, AnnotationValue value) {
    return new Expecting<E>() {
      @Override
      public E visitEnumConstant(VariableElement constant, Void unused) {
        return Enum.valueOf(type, constant.getSimpleName().toString());
      }
    }.visit(value);
  }

  static AnnotationMirror annotation(AnnotationValue value) {
    return new Expecting<AnnotationMirror>() {
      @Override
      public AnnotationMirror visitAnnotation(AnnotationMirror annotation, Void unused) {
        return annotation;
      }
    }.visit(value);
  }

  /** The class that a value names; empty if it cannot be found, or is no class. */
  static Optional<TypeElement> classValue(AnnotationValue value) {
    return value.accept(
        new SimpleAnnotationValueVisitor14<Optional<TypeElement>, Void>(Optional.empty()) {
          @Override
          public Optional<TypeElement> visitType(TypeMirror type, Void unused) {
            return Kinds.declared(type)
                .map(DeclaredType::asElement)
                .map(element -> (TypeElement) element);
          }
        },
        null);
  }

  /** The elements of an array; a lone value counts as an array of one. */
  static List<? extends AnnotationValue> list(AnnotationValue value) {
    return value.accept(
        new SimpleAnnotationValueVisitor14<List<? extends AnnotationValue>, Void>(List.of(value)) {
          @Override
          public List<? extends AnnotationValue> visitArray(
              List<? extends AnnotationValue> values, Void unused) {
            return values;
          }
        },
        null);
  }

  /** A visitor for one kind of value, since the annotation's declaration excludes the others. */
  private abstract static class Expecting<T> extends SimpleAnnotationValueVisitor14<T, Void> {
    @Override
    protected T defaultAction(Object other, Void unused) {
      throw new IllegalStateException("unexpected annotation value " + other);
    }
  }
}
