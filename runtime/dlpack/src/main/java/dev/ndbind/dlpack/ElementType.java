package dev.ndbind.dlpack;

import dev.ndbind.annotation.DType;
import org.jspecify.annotations.Nullable;

/**
 * DLPack's type of an element.
 *
 * @param code what kind of number
 * @param bits how many bits it has
 */
record ElementType(int code, int bits) {
  private static final int INT = 0;
  private static final int UINT = 1;
  private static final int FLOAT = 2;
  private static final int OPAQUE = 3;
  private static final int BFLOAT = 4;
  private static final int COMPLEX = 5;
  private static final int BOOL = 6;

  static ElementType of(DType dtype) {
    return new ElementType(code(dtype), dtype.itemsize() * Byte.SIZE);
  }

  private static int code(DType dtype) {
    if (dtype == DType.BFLOAT16) {
      return BFLOAT;
    }
    if (dtype.isFloating()) {
      return FLOAT;
    }
    if (dtype.isComplex()) {
      return COMPLEX;
    }
    if (dtype.isInteger()) {
      return dtype.isUnsigned() ? UINT : INT;
    }
    return BOOL;
  }

  /** Null if no array has such elements. */
  @Nullable DType dtype() {
    return DType.concrete().stream()
        .filter(dtype -> of(dtype).equals(this))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Float8 float8() {
    for (Float8 format : Float8.values()) {
      if (format.type().equals(this)) {
        return format;
      }
    }
    return null;
  }

  /** Why no array has such elements, and a way out. */
  String refusal() {
    Float8 format = float8();
    return format == null
        ? "dtype is %s, which no array has; convert it in the library it comes from".formatted(this)
        : "dtype is %s, which no array has; take(tensor, Float8.%s) takes its bytes"
            .formatted(this, format.name());
  }

  /** For example {@code float32}, or {@code code 15 of 6 bits}. */
  @Override
  public String toString() {
    DType dtype = dtype();
    Float8 format = float8();
    if (dtype != null) {
      return dtype.toString();
    }
    if (format != null) {
      return "float8_" + format.name().toLowerCase(java.util.Locale.ROOT);
    }
    return switch (code) {
      case INT -> "int" + bits;
      case UINT -> "uint" + bits;
      case FLOAT -> "float" + bits;
      case OPAQUE -> "an opaque handle";
      case BFLOAT -> "bfloat" + bits;
      case COMPLEX -> "complex" + bits;
      case BOOL -> "bool of %d bits".formatted(bits);
      default -> "code %d of %d bits".formatted(code, bits);
    };
  }
}
