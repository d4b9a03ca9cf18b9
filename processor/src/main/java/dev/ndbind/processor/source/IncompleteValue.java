package dev.ndbind.processor.source;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Recognises values that are none of the attribute's type, since the compiler could not make them
 * out: missing classes, and constants of missing classes, which javac hands over as the string
 * {@code <error>}, and values of other types, which Eclipse hands over as they are.
 */
final class IncompleteValue extends SimpleAnnotationValueVisitor14<Boolean, TypeMirror> {
  private static final IncompleteValue INSTANCE = new IncompleteValue();

  private IncompleteValue() {}

  /** Whether a value is no value of an attribute's type. */
  static boolean test(TypeMirror expected, AnnotationValue value) {
    return value.getValue() == null || value.accept(INSTANCE, expected);
  }

  @Override
  protected Boolean defaultAction(Object primitive, TypeMirror expected) {
    return !element(expected).getKind().isPrimitive();
  }

  @Override
  public Boolean visitString(String text, TypeMirror expected) {
    return text.equals("<error>") || !isClass(element(expected), "java.lang.String");
  }

  @Override
  public Boolean visitType(TypeMirror type, TypeMirror expected) {
    return !isClass(element(expected), "java.lang.Class")
        || Mentions.of(type).stream().anyMatch(found -> found.getKind() == TypeKind.ERROR);
  }

  @Override
  public Boolean visitEnumConstant(VariableElement constant, TypeMirror expected) {
    return Kinds.declared(element(expected))
        .filter(type -> type.asElement().equals(constant.getEnclosingElement()))
        .isEmpty();
  }

  @Override
  public Boolean visitArray(List<? extends AnnotationValue> values, TypeMirror expected) {
    return expected.getKind() != TypeKind.ARRAY
        || values.stream().anyMatch(value -> test(element(expected), value));
  }

  @Override
  public Boolean visitAnnotation(AnnotationMirror annotation, TypeMirror expected) {
    return annotation.getAnnotationType().getKind() == TypeKind.ERROR
        || annotation.getElementValues().entrySet().stream()
            .anyMatch(entry -> test(entry.getKey().getReturnType(), entry.getValue()));
  }

  /** A lone value may stand where an array is expected. */
  private static TypeMirror element(TypeMirror expected) {
    return expected.getKind() == TypeKind.ARRAY
        ? ((ArrayType) expected).getComponentType()
        : expected;
  }

  private static boolean isClass(TypeMirror type, String name) {
    return Kinds.declared(type)
        .map(Mentions::element)
        .filter(element -> element.getQualifiedName().contentEquals(name))
        .isPresent();
  }
}
