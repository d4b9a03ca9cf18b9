package dev.ndbind.internal.copy;

import static dev.ndbind.internal.copy.Pass.BLOCK;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Loops from floats to wider and narrower ones, to bool and to complex numbers. */
final class FloatLoops {
  private FloatLoops() {}

  static void float16ToFloat32(short[] in, long dst, int count) {
    FloatBuffer out = Blocks.floats(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, Float.float16ToFloat(in[i]));
    }
  }

  /** Two at a time: a bfloat16 is the upper half of a float32. */
  static void bfloat16ToFloat32(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (in[i] << 16 & 0xFFFF_FFFFL) | (long) (in[i] & 0xFFFF_0000) << 32);
    }
  }

  static void float32ToFloat16(short[] out, long src, int count) {
    FloatBuffer in = Blocks.floats(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out[i] = Float.floatToFloat16(in.get(i));
    }
  }

  /** To the bits of a bfloat16 in the upper half of each int. */
  static void float32ToUpperBfloat16(int[] out, long src, int count) {
    IntBuffer in = Blocks.ints(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out[i] = Halves.roundToUpper(in.get(i));
    }
  }

  /** Two at a time. */
  static void upperToBfloat16(long[] in, long dst, int count) {
    IntBuffer out = Blocks.ints(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (int) ((in[i] >>> 16 & 0xFFFFL) | (in[i] >>> 32 & 0xFFFF_0000L)));
    }
  }

  static void float32ToFloat64(float[] in, long dst, int count) {
    DoubleBuffer out = Blocks.doubles(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i]);
    }
  }

  static void float64ToFloat32(float[] out, long src, int count) {
    DoubleBuffer in = Blocks.doubles(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out[i] = (float) in.get(i);
    }
  }

  /** Rounds so that rounding again to a 16-bit float is correct (see {@link Halves}). */
  static void float64ToOddFloat32(double[] in, long dst, int count) {
    FloatBuffer out = Blocks.floats(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, Halves.roundToOdd(in[i]));
    }
  }

  static void float32ToBool(float[] in, long dst, int count) {
    ByteBuffer out = Blocks.bytes(dst, 1);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (byte) (in[i] != 0 ? 1 : 0));
    }
  }

  static void float64ToBool(double[] in, long dst, int count) {
    ByteBuffer out = Blocks.bytes(dst, 1);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (byte) (in[i] != 0 ? 1 : 0));
    }
  }

  /** Both parts at a time, without their signs. */
  static void complex64ToBool(long[] in, long dst, int count) {
    ByteBuffer out = Blocks.bytes(dst, 1);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (byte) ((in[i] & 0x7FFF_FFFF_7FFF_FFFFL) != 0 ? 1 : 0));
    }
  }

  static void complex128ToBool(byte[] out, long src, int count) {
    DoubleBuffer in = Blocks.bytes(src, 2 * Double.BYTES).asDoubleBuffer();
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out[i] = (byte) (in.get(2 * i) != 0 || in.get(2 * i + 1) != 0 ? 1 : 0);
    }
  }

  static void float32ToComplex64(float[] in, long dst, int count) {
    FloatBuffer out = Blocks.bytes(dst, 2 * Float.BYTES).asFloatBuffer();
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(2 * i, in[i]);
      out.put(2 * i + 1, 0);
    }
  }

  static void float64ToComplex128(double[] in, long dst, int count) {
    DoubleBuffer out = Blocks.bytes(dst, 2 * Double.BYTES).asDoubleBuffer();
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(2 * i, in[i]);
      out.put(2 * i + 1, 0);
    }
  }
}
