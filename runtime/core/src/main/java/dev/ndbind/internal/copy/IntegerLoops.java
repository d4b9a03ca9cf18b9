package dev.ndbind.internal.copy;

import static dev.ndbind.internal.copy.Pass.BLOCK;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Loops from integers to wider and narrower ones. HotSpot does not vectorise a loop from bytes or
 * shorts to ints, nor back, but does one from ints to longs: so four bytes at a time are spread
 * over a long, two shorts over a long, and two ints squeezed into one.
 */
final class IntegerLoops {
  private IntegerLoops() {}

  /** Four bools, which may have any bits set, to 0 or 1. */
  static void boolToUint8(int[] in, long dst, int count) {
    IntBuffer out = Blocks.ints(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      int anyBit = ((in[i] & 0x7F7F_7F7F) + 0x7F7F_7F7F) | in[i];
      out.put(i, (anyBit >>> 7) & 0x0101_0101);
    }
  }

  /** Four at a time. */
  static void uint8ToInt16(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, spread(in[i]));
    }
  }

  /**
   * Four at a time, to float16 of the values 1024 to 1279: bytes in the low bits of a number whose
   * last bit counts 1. That is the shortest way to a float; see {@link Casts}.
   */
  static void uint8ToShiftedFloat16(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, spread(in[i]) | 0x6400_6400_6400_6400L);
    }
  }

  /** Four at a time. */
  static void int8ToInt16(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      long bytes = spread(in[i]);
      long signs = bytes & 0x0080_0080_0080_0080L;
      out.put(i, bytes | ((signs << 9) - (signs << 1))); // 0xFF00 above every sign
    }
  }

  /** Puts a zero byte above each byte. */
  private static long spread(int bytes) {
    long pairs = (bytes & 0xFFFFL) | (bytes & 0xFFFF_0000L) << 16;
    return (pairs | pairs << 8) & 0x00FF_00FF_00FF_00FFL;
  }

  /** Two at a time. */
  static void uint16ToInt32(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (in[i] & 0xFFFFL) | (in[i] & 0xFFFF_0000L) << 16);
    }
  }

  /** Two at a time. */
  static void int16ToInt32(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, ((short) in[i] & 0xFFFF_FFFFL) | (long) (in[i] >> 16) << 32);
    }
  }

  static void uint32ToInt64(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i] & 0xFFFF_FFFFL);
    }
  }

  static void int32ToInt64(int[] in, long dst, int count) {
    LongBuffer out = Blocks.longs(dst);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, in[i]);
    }
  }

  static void int64ToInt32(int[] out, long src, int count) {
    LongBuffer in = Blocks.longs(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out[i] = (int) in.get(i);
    }
  }

  /** Two at a time. */
  static void int32ToInt16(int[] out, long src, int count) {
    LongBuffer in = Blocks.longs(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out[i] = (int) ((in.get(i) & 0xFFFFL) | (in.get(i) >>> 16 & 0xFFFF_0000L));
    }
  }

  /** Four at a time. */
  static void int16ToInt8(int[] out, long src, int count) {
    LongBuffer in = Blocks.longs(src);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      long bytes = in.get(i) & 0x00FF_00FF_00FF_00FFL;
      long pairs = (bytes | bytes >>> 8) & 0x0000_FFFF_0000_FFFFL;
      out[i] = (int) (pairs | pairs >>> 16);
    }
  }

  static void int32ToBool(int[] in, long dst, int count) {
    ByteBuffer out = Blocks.bytes(dst, 1);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (byte) (in[i] != 0 ? 1 : 0));
    }
  }

  static void int64ToBool(long[] in, long dst, int count) {
    ByteBuffer out = Blocks.bytes(dst, 1);
    int n = Math.min(count, BLOCK);
    for (int i = 0; i < n; i++) {
      out.put(i, (byte) (in[i] != 0 ? 1 : 0));
    }
  }
}
