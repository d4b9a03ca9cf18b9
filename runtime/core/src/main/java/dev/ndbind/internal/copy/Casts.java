package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;

/**
 * The crossings between integers and floats, as NumPy's unsafe casts.
 *
 * <ul>
 *   <li>Integer to integer keeps the low bits. Anything to bool is {@code value != 0}, NaN is true.
 *   <li>Whatever is rounded to a float is rounded once, to nearest, ties to even. NumPy does the
 *       same; {@code ml_dtypes} goes from float64 to bfloat16 by way of float32, and so gives the
 *       other neighbour in rare cases.
 *   <li>Float to integer drops the fraction. NumPy leaves NaN and values out of range to the
 *       machine; here they are what an x86-64 machine makes of NumPy's loops for single values:
 *       int8 to int32, uint8 and uint16 truncate to int32, where what does not fit becomes the
 *       smallest int32, and keep the low bits; uint32 and int64 do so by way of int64; uint64
 *       subtracts 2⁶³ first where the value is not below it.
 *   <li>Complex to real drops the imaginary part, which is not looked at, except that a complex
 *       number is true when either part is not 0.
 * </ul>
 */
final class Casts {
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private Casts() {}

  static void longsToDoubles(long[] in, DType inType, double[] out, DType outType, int count) {
    boolean unsigned = inType == DType.UINT64;
    boolean isExact = inType.itemsize() < Long.BYTES;
    if (isExact || outType == DType.FLOAT64) {
      for (int i = 0; i < count; i++) {
        out[i] = unsigned ? unsignedToDouble(in[i]) : (double) in[i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      out[i] = unsigned ? unsignedToOdd(in[i]) : toOdd(in[i]);
    }
  }

  static void doublesToLongs(double[] in, long[] out, DType outType, int count) {
    switch (outType) {
      case BOOL -> {
        for (int i = 0; i < count; i++) {
          out[i] = in[i] != 0 ? 1 : 0;
        }
      }
      case INT64, UINT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = toInt64(in[i]);
        }
      }
      case UINT64 -> {
        for (int i = 0; i < count; i++) {
          out[i] = toUint64(in[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[i] = toInt32(in[i]);
        }
      }
    }
  }

  /** Java clamps and makes NaN 0; x86-64 answers both with the smallest long. */
  private static long toInt64(double value) {
    long truncated = (long) value;
    // no double truncates to the largest long: it can only come from clamping
    return truncated == Long.MAX_VALUE || Double.isNaN(value) ? Long.MIN_VALUE : truncated;
  }

  private static long toInt32(double value) {
    long truncated = toInt64(value);
    return truncated == (int) truncated ? truncated : Integer.MIN_VALUE;
  }

  private static long toUint64(double value) {
    return value >= 0x1p63 ? toInt64(value - 0x1p63) ^ Long.MIN_VALUE : toInt64(value);
  }

  private static double unsignedToDouble(long bits) {
    // half of it, the last bit kept as a sticky one, rounds as the whole does
    return bits >= 0 ? (double) bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
  }

  /**
   * Rounds to odd instead of to nearest, so that rounding again to a narrower float is correct (see
   * {@link Halves}).
   */
  private static double toOdd(long value) {
    if (Math.abs(value) <= EXACT_IN_DOUBLE && value != Long.MIN_VALUE) {
      return value;
    }
    // 53 bits are left, the last of which is set if any bit below it was
    long dropped = value & 0x3FF;
    return (double) (dropped == 0 ? value : (value - dropped) | 0x400);
  }

  private static double unsignedToOdd(long bits) {
    return bits >= 0 ? toOdd(bits) : toOdd((bits >>> 1) | (bits & 1)) * 2;
  }
}
