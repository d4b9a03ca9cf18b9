package dev.ndbind.internal.copy;

import static dev.ndbind.internal.copy.Pass.BLOCK;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

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
 *
 * <p>Loops have no branches where they can do without, since HotSpot vectorises none that has.
 */
final class Casts {
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  private Casts() {}

  /** From float16 that are larger by 1024, which one vector instruction widens. */
  static void shiftedFloat16ToFloat32(short[] in, long dst, int count) {
    FloatBuffer out = Blocks.floats(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, Float.float16ToFloat(in[i]) - 1024);
    }
  }

  static void int32ToFloat32(int[] in, long dst, int count) {
    FloatBuffer out = Blocks.floats(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i]);
    }
  }

  static void int32ToFloat64(int[] in, long dst, int count) {
    DoubleBuffer out = Blocks.doubles(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i]);
    }
  }

  static void int64ToFloat32(long[] in, long dst, int count) {
    FloatBuffer out = Blocks.floats(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (float) in[i]);
    }
  }

  static void int64ToFloat64(long[] in, long dst, int count) {
    DoubleBuffer out = Blocks.doubles(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (double) in[i]);
    }
  }

  static void uint64ToFloat32(long[] in, long dst, int count) {
    FloatBuffer out = Blocks.floats(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i] >= 0 ? (float) in[i] : (float) halfWithSticky(in[i]) * 2);
    }
  }

  static void uint64ToFloat64(long[] in, long dst, int count) {
    DoubleBuffer out = Blocks.doubles(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i] >= 0 ? (double) in[i] : (double) halfWithSticky(in[i]) * 2);
    }
  }

  static void int64ToOddFloat64(long[] in, long dst, int count) {
    DoubleBuffer out = Blocks.doubles(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, toOdd(in[i]));
    }
  }

  static void uint64ToOddFloat64(long[] in, long dst, int count) {
    DoubleBuffer out = Blocks.doubles(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i] >= 0 ? toOdd(in[i]) : toOdd(halfWithSticky(in[i])) * 2);
    }
  }

  static void float32ToInt32(int[] out, long src, int count) {
    FloatBuffer in = Blocks.floats(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      float value = in.get(i);
      int truncated = (int) value;
      int isFinite = (int) (value * 0 + 1); // else NaN, which Java converts to 0
      // no float truncates to the largest int: it can only come from clamping
      int fits = truncated ^ Integer.MAX_VALUE;
      int wrong = ~((fits | -fits) >> 31) | (isFinite - 1);
      out[i] = (truncated & ~wrong) | (wrong & Integer.MIN_VALUE);
    }
  }

  /** By way of a long, which is kept where it fits. */
  static void float64ToInt32(int[] out, long src, int count) {
    DoubleBuffer in = Blocks.doubles(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      double value = in.get(i);
      long truncated = (long) value;
      long isFinite = (long) (value * 0 + 1);
      long beyond = (truncated - Integer.MIN_VALUE) >>> 32;
      long wrong = ((beyond | -beyond) >> 63) | (isFinite - 1);
      out[i] = (int) ((truncated & ~wrong) | (wrong & Integer.MIN_VALUE));
    }
  }

  static void float64ToInt64(long[] out, long src, int count) {
    DoubleBuffer in = Blocks.doubles(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      double value = in.get(i);
      long truncated = (long) value;
      long isFinite = (long) (value * 0 + 1);
      // no double truncates to the largest long: it can only come from clamping
      long fits = truncated ^ Long.MAX_VALUE;
      long wrong = ~((fits | -fits) >> 63) | (isFinite - 1);
      out[i] = (truncated & ~wrong) | (wrong & Long.MIN_VALUE);
    }
  }

  static void float64ToUint64(double[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      double value = in[i];
      out.put(i, value >= 0x1p63 ? toInt64(value - 0x1p63) ^ Long.MIN_VALUE : toInt64(value));
    }
  }

  /** Java clamps and makes NaN 0; x86-64 answers both with the smallest long. */
  private static long toInt64(double value) {
    long truncated = (long) value;
    // no double truncates to the largest long: it can only come from clamping
    return truncated == Long.MAX_VALUE || Double.isNaN(value) ? Long.MIN_VALUE : truncated;
  }

  /** Half of an unsigned long, the last bit kept as a sticky one: it rounds as the whole does. */
  private static long halfWithSticky(long bits) {
    return (bits >>> 1) | (bits & 1);
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
}
