package dev.ndbind.internal.text;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.copy.Halves;

/** What printing must know of a binary floating-point type, whose values arrive as doubles. */
enum FloatType {
  FLOAT16(11, -24, 3, 1e3),
  BFLOAT16(8, -133, 2, 1e2),
  FLOAT32(24, -149, 6, 1e6),
  FLOAT64(53, -1074, 15, 1e16);

  /** Bits of the significand, the implicit one included. */
  private final int significandBits;

  /** The smallest positive value is 2 to this power. */
  private final int minExponent;

  /** NumPy's {@code finfo.precision}: decimal digits that survive a way through the type. */
  private final int precision;

  /** From here on NumPy prints a scalar with an exponent. */
  private final double scalarCutoff;

  FloatType(int significandBits, int minExponent, int precision, double scalarCutoff) {
    this.significandBits = significandBits;
    this.minExponent = minExponent;
    this.precision = precision;
    this.scalarCutoff = scalarCutoff;
  }

  /** The type of a float dtype, or of the parts of a complex one. */
  static FloatType of(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> FLOAT16;
      case BFLOAT16 -> BFLOAT16;
      case FLOAT32, COMPLEX64 -> FLOAT32;
      case FLOAT64, COMPLEX128 -> FLOAT64;
      default -> throw new IllegalArgumentException("not a float: " + dtype);
    };
  }

  int precision() {
    return precision;
  }

  double scalarCutoff() {
    return scalarCutoff;
  }

  /** The exponent of the last bit of a finite value other than 0. */
  int lastBitExponent(double value) {
    return Math.max(Math.getExponent(value) - significandBits + 1, minExponent);
  }

  /** Whether the next value below is nearer than the next above, as it is at powers of two. */
  boolean hasNearerNeighborBelow(double value) {
    int exponent = lastBitExponent(value);
    return exponent > minExponent && value == Math.scalb(1.0, exponent + significandBits - 1);
  }

  /** The nearest value of the type. */
  double round(double value) {
    return switch (this) {
      case FLOAT16 -> Float.float16ToFloat(Halves.float16(value));
      case BFLOAT16 -> Halves.bfloat16ToFloat(Halves.bfloat16(value));
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
    };
  }
}
