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
    int bits = Float.floatToRawIntBits(roundToOdd(value));
    if (Double.isNaN(value)) {
      return (short) ((bits >>> 16) | 0x40); // a payload only in the lower half must not vanish
    }
    int half = 0x7FFF + ((bits >>> 16) & 1);
    return (short) ((bits + half) >>> 16);
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

  private static float roundToOdd(double value) {
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
