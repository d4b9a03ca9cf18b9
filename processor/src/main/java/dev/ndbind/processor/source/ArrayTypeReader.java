package dev.ndbind.processor.source;

import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.TypeModel;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Recognises the types by which methods take arrays. */
final class ArrayTypeReader extends SimpleTypeVisitor14<Optional<ArrayType>, Void> {
  private static final ArrayTypeReader INSTANCE = new ArrayTypeReader();

  private ArrayTypeReader() {
    super(Optional.empty());
  }

  static Optional<ArrayType> read(TypeMirror type) {
    return type.accept(INSTANCE, null);
  }

  /** Whether a class is one of the typed arrays or {@code NumpyArray}. */
  static boolean isArrayClass(DeclaredType type) {
    return read(type).filter(ArrayType::isNumpyArray).isPresent();
  }

  /** Whether a Java array has an array class, a segment or too many primitives in it. */
  static boolean isUnsupportedJavaArray(TypeMirror type) {
    TypeMirror element = type;
    int rank = 0;
    while (element.getKind() == TypeKind.ARRAY) {
      element = component(element);
      rank++;
    }
    return rank > 0
        && (element.getKind().isPrimitive()
            ? rank > 2 && element.getKind() != TypeKind.CHAR
            : read(element).isPresent());
  }

  @Override
  public Optional<ArrayType> visitDeclared(DeclaredType type, Void unused) {
    TypeElement element = Mentions.element(type);
    if (element.getQualifiedName().contentEquals("java.lang.foreign.MemorySegment")) {
      return Optional.of(new ArrayType.Segment());
    }
    String name = Mentions.name(element);
    if (!element.getQualifiedName().contentEquals(ArrayType.PACKAGE + "." + name)) {
      return Optional.empty();
    }
    return name.equals("NumpyArray")
        ? Optional.of(new ArrayType.Untyped())
        : ArrayType.Typed.named(name);
  }

  @Override
  public Optional<ArrayType> visitError(ErrorType type, Void unused) {
    return Optional.empty();
  }

  @Override
  public Optional<ArrayType> visitArray(javax.lang.model.type.ArrayType type, Void unused) {
    TypeMirror component = type.getComponentType();
    return component.getKind() == TypeKind.ARRAY
        ? primitives(component(component), 2)
        : primitives(component, 1);
  }

  private static TypeMirror component(TypeMirror array) {
    return ((javax.lang.model.type.ArrayType) array).getComponentType();
  }

  private static Optional<ArrayType> primitives(TypeMirror element, int rank) {
    if (!element.getKind().isPrimitive() || element.getKind() == TypeKind.CHAR) {
      return Optional.empty();
    }
    String keyword = TypeReader.keyword(element.getKind());
    return Optional.of(new ArrayType.Java(new TypeModel.Primitive(keyword), rank));
  }
}
