package dev.ndbind.internal.copy;

/**
 * The two 16-bit floats, float16 and bfloat16, rounded once: to nearest, ties to even.
 *
 * <p>A double first rounded to float and then to 16 bits would be rounded twice, and wrong where
 * the first step lands on a tie of the second. So the first step rounds <em>to odd</em>: an inexact
 * result gets an odd last bit, which is never a tie, since a float has more than two bits beyond
 * either 16-bit type (Boldo and Melquiond, "When double rounding is odd").
 */
public final class Halves {
  private Halves() {}

  /**
   * Rounds to float16.
   *
   * @param value any double
   * @return the bits of the nearest float16; infinity from 65520 on
   */
  public static short float16(double value) {
    return Float.floatToFloat16(roundToOdd(value));
  }

  /**
   * Rounds to bfloat16.
   *
   * @param value any double
   * @return the bits of the nearest bfloat16; a NaN stays one
   */
  public static short bfloat16(double value) {
    return (short) (roundToUpper(Float.floatToRawIntBits(roundToOdd(value))) >>> 16);
  }

  /**
   * Rounds the bits of a float32 to those of a bfloat16, in the upper half; what is in the lower
   * half then has no meaning. Without a branch, for loops to be vectorised.
   */
  static int roundToUpper(int bits) {
    int rounded = bits + 0x7FFF + ((bits >>> 16) & 1);
    int isNaN = (0x7F80_0000 - (bits & 0x7FFF_FFFF)) >> 31; // all bits or none
    return rounded | (isNaN & 0x7FC0_0000); // whatever rounding made of the payload
  }

  /**
   * Widens a bfloat16.
   *
   * @param bits of a bfloat16
   * @return its value
   */
  public static float bfloat16ToFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** Rounds to a float32 that is rounded correctly to 16 bits. */
  static float roundToOdd(double value) {
    float nearest = (float) value;
    if (nearest == value || Double.isNaN(value)) {
      return nearest;
    }
    int bits = Float.floatToRawIntBits(nearest);
    // step back towards zero where rounding went away from it; infinity becomes the largest float
    int truncated = Math.abs((double) nearest) > Math.abs(value) ? bits - 1 : bits;
    return Float.intBitsToFloat(truncated | 1);
  }
}
