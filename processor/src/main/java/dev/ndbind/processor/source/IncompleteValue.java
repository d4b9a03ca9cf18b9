package dev.ndbind.processor.source;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Recognises values that the compiler could not make out: missing classes, and constants of missing
 * classes, which javac hands over as the string {@code <error>} whatever the attribute's type is.
 */
final class IncompleteValue extends SimpleAnnotationValueVisitor14<Boolean, TypeMirror> {
  private static final IncompleteValue INSTANCE = new IncompleteValue();

  private IncompleteValue() {
    super(false);
  }

  /** Whether a value is no value of an attribute's type. */
  static boolean test(TypeMirror expected, AnnotationValue value) {
    return value.getValue() == null || value.accept(INSTANCE, expected);
  }

  @Override
  public Boolean visitString(String text, TypeMirror expected) {
    return text.equals("<error>")
        || Kinds.declared(expected)
            .map(Mentions::element)
            .filter(type -> type.getQualifiedName().contentEquals("java.lang.String"))
            .isEmpty();
  }

  @Override
  public Boolean visitType(TypeMirror type, TypeMirror expected) {
    return Mentions.of(type).stream().anyMatch(found -> found.getKind() == TypeKind.ERROR);
  }

  @Override
  public Boolean visitArray(List<? extends AnnotationValue> values, TypeMirror expected) {
    if (expected.getKind() != TypeKind.ARRAY) {
      return true;
    }
    TypeMirror component = ((ArrayType) expected).getComponentType();
    return values.stream().anyMatch(value -> test(component, value));
  }

  @Override
  public Boolean visitAnnotation(AnnotationMirror annotation, TypeMirror expected) {
    return annotation.getAnnotationType().getKind() == TypeKind.ERROR
        || annotation.getElementValues().entrySet().stream()
            .anyMatch(entry -> test(entry.getKey().getReturnType(), entry.getValue()));
  }
}
