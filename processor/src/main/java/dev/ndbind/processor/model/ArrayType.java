package dev.ndbind.processor.model;

import dev.ndbind.annotation.DType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types by which a method can take an array. They print as messages show them. */
public sealed interface ArrayType {
  /** The package of the array classes. */
  String PACKAGE = "dev.ndbind";

  /**
   * One of the typed array classes.
   *
   * @param dtype the dtype it is for
   */
  record Typed(DType dtype) implements ArrayType {
    /** Their names, by dtype. */
    private static String className(DType dtype) {
      String name = dtype.name();
      String kind =
          switch (dtype) {
            case UINT8, UINT16, UINT32, UINT64 -> "UInt" + name.substring(4);
            case BFLOAT16 -> "BFloat16";
            default -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
          };
      return kind + "Array";
    }

    /**
     * The typed array class of a name.
     *
     * @param name a class's simple name
     * @return empty if no dtype has such a class
     */
    public static Optional<ArrayType> named(String name) {
      return DType.concrete().stream()
          .filter(dtype -> className(dtype).equals(name))
          .map(dtype -> (ArrayType) new Typed(dtype))
          .findFirst();
    }

    @Override
    public String toString() {
      return className(dtype);
    }
  }

  /** {@code NumpyArray}: any dtype. */
  record Untyped() implements ArrayType {
    @Override
    public String toString() {
      return "NumpyArray";
    }
  }

  /** {@code java.lang.foreign.MemorySegment}: bytes in C order. */
  record Segment() implements ArrayType {
    @Override
    public String toString() {
      return "MemorySegment";
    }
  }

  /**
   * A primitive Java array, which is always a fresh copy.
   *
   * @param element for example {@code float}
   * @param rank 1 or 2
   */
  record Java(TypeModel.Primitive element, int rank) implements ArrayType {
    @Override
    public String toString() {
      return element + "[]".repeat(rank);
    }
  }

  /**
   * The dtypes that a contract on this type can name; the first is what the type itself says.
   *
   * @return concrete dtypes
   */
  default List<DType> dtypes() {
    return switch (this) {
      case Typed(DType dtype) -> List.of(dtype);
      case Untyped _, Segment _ -> DType.concrete();
      case Java(TypeModel.Primitive element, int _) -> javaDTypes(element.keyword());
    };
  }

  /** As many bits as the Java type has: unsigned and half-precision values keep theirs. */
  private static List<DType> javaDTypes(String keyword) {
    return switch (keyword) {
      case "boolean" -> List.of(DType.BOOL);
      case "byte" -> List.of(DType.INT8, DType.UINT8);
      case "short" -> List.of(DType.INT16, DType.UINT16, DType.FLOAT16, DType.BFLOAT16);
      case "int" -> List.of(DType.INT32, DType.UINT32);
      case "long" -> List.of(DType.INT64, DType.UINT64);
      case "float" -> List.of(DType.FLOAT32);
      case "double" -> List.of(DType.FLOAT64);
      default -> List.of();
    };
  }

  /**
   * Whether instances are {@code NumpyArray}s.
   *
   * @return true for the array classes, which alone can be results
   */
  default boolean isNumpyArray() {
    return this instanceof Typed || this instanceof Untyped;
  }

  /**
   * The type in a signature.
   *
   * @return a class or a Java array
   */
  default TypeModel type() {
    return switch (this) {
      case Typed _, Untyped _ -> TypeModel.of(ClassId.of(PACKAGE, toString()));
      case Segment _ -> TypeModel.of(ClassId.of("java.lang.foreign", toString()));
      case Java(TypeModel.Primitive element, int rank) ->
          rank == 1
              ? new TypeModel.Array(element)
              : new TypeModel.Array(new TypeModel.Array(element));
    };
  }
}
