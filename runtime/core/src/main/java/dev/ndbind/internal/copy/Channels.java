package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Three channels of 4 bytes an element, as of a picture: from planes to pixels and back. Two
 * neighbours are read together as a long, recombined with shifts and masks, and written together,
 * which halves the accesses to memory.
 */
final class Channels {
  static final int COUNT = 3;
  static final int ITEMSIZE = Integer.BYTES;
  private static final int PIXEL = COUNT * ITEMSIZE;

  /** The first element of a long is in its low bits, on every machine. */
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final long FIRST = 0x0000_0000_FFFF_FFFFL;

  private Channels() {}

  /** Whether channels that lie in planes go side by side. */
  static boolean areJoined(Axis channels, Axis pixels) {
    return channels.dstStride() == ITEMSIZE
        && pixels.dstStride() == PIXEL
        && pixels.srcStride() == ITEMSIZE;
  }

  /** Whether channels that lie side by side go into planes. */
  static boolean areParted(Axis channels, Axis pixels) {
    return channels.srcStride() == ITEMSIZE
        && pixels.srcStride() == PIXEL
        && pixels.dstStride() == ITEMSIZE;
  }

  /**
   * Puts channels side by side.
   *
   * @param src address of the first plane
   * @param srcStride bytes from one plane to the next
   * @param dst address of the first pixel
   * @param pixels an even number
   */
  static void join(long src, long srcStride, long dst, int pixels) {
    long second = src + srcStride;
    long third = second + srcStride;
    for (int pixel = 0; pixel < pixels; pixel += 2) {
      long at = (long) pixel * ITEMSIZE;
      long out = dst + (long) pixel * PIXEL;
      long a = ALL.get(LONG, src + at);
      long b = ALL.get(LONG, second + at);
      long c = ALL.get(LONG, third + at);
      ALL.set(LONG, out, (a & FIRST) | (b << 32));
      ALL.set(LONG, out + 8, (c & FIRST) | (a & ~FIRST));
      ALL.set(LONG, out + 16, (b >>> 32) | (c & ~FIRST));
    }
  }

  /**
   * Puts channels into planes.
   *
   * @param src address of the first pixel
   * @param dst address of the first plane
   * @param dstStride bytes from one plane to the next
   * @param pixels an even number
   */
  static void part(long src, long dst, long dstStride, int pixels) {
    long second = dst + dstStride;
    long third = second + dstStride;
    for (int pixel = 0; pixel < pixels; pixel += 2) {
      long from = src + (long) pixel * PIXEL;
      long at = (long) pixel * ITEMSIZE;
      long ab = ALL.get(LONG, from);
      long ca = ALL.get(LONG, from + 8);
      long bc = ALL.get(LONG, from + 16);
      ALL.set(LONG, dst + at, (ab & FIRST) | (ca & ~FIRST));
      ALL.set(LONG, second + at, (ab >>> 32) | (bc << 32));
      ALL.set(LONG, third + at, (ca & FIRST) | (bc & ~FIRST));
    }
  }
}
