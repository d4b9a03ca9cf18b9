package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Transposes blocks of small elements in registers: neighbours in the source are read together as a
 * long, recombined with shifts and masks, and written together as a long.
 *
 * <p>All loops go along eight lines of the source at once, whose addresses they keep in registers.
 * More lines collide in the nearest cache if their distance is a power of two.
 */
final class Transpose {
  /** Lines of the source, and thereby columns of the destination, that go together. */
  static final int COLUMNS = 8;

  /** The first element of a long is in its low bits, on every machine. */
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final long INTS = 0x0000_0000_FFFF_FFFFL;
  private static final long SHORTS = 0x0000_FFFF_0000_FFFFL;
  private static final long BYTES = 0x00FF_00FF_00FF_00FFL;

  private Transpose() {}

  /**
   * Copies a block.
   *
   * @param itemsize 1, 2, 4 or 8
   * @param src address of the first element; the next row's is its neighbour
   * @param srcStride bytes from one column to the next
   * @param dst address of the first element; the next column's is its neighbour
   * @param dstStride bytes from one row to the next
   * @param rows a multiple of the elements in a long
   * @param columns a multiple of {@link #COLUMNS}
   */
  static void block(
      int itemsize, long src, long srcStride, long dst, long dstStride, int rows, int columns) {
    for (int column = 0; column < columns; column += COLUMNS) {
      long from = src + column * srcStride;
      long to = dst + (long) column * itemsize;
      switch (itemsize) {
        case 1 -> bytes(from, srcStride, to, dstStride, rows);
        case 2 -> shorts(from, srcStride, to, dstStride, rows);
        case 4 -> ints(from, srcStride, to, dstStride, rows);
        default -> longs(from, srcStride, to, dstStride, rows);
      }
    }
  }

  private static long get(long address) {
    return ALL.get(LONG, address);
  }

  private static void set(long address, long value) {
    ALL.set(LONG, address, value);
  }

  /**
   * The even parts of two longs side by side: those at the mask's ones, {@code width} bits wide.
   */
  private static long even(long a, long b, long mask, int width) {
    return (a & mask) | ((b & mask) << width);
  }

  /** The odd parts of two longs, side by side. */
  private static long odd(long a, long b, long mask, int width) {
    return ((a >>> width) & mask) | (b & ~mask);
  }

  private static void bytes(long s0, long srcStride, long dst, long dstStride, int rows) {
    long s1 = s0 + srcStride;
    long s2 = s1 + srcStride;
    long s3 = s2 + srcStride;
    long s4 = s3 + srcStride;
    long s5 = s4 + srcStride;
    long s6 = s5 + srcStride;
    long s7 = s6 + srcStride;
    for (int row = 0; row < rows; row += 8) {
      long out = dst + row * dstStride;
      long a = get(s0 + row);
      long b = get(s1 + row);
      long c = get(s2 + row);
      long d = get(s3 + row);
      long e = get(s4 + row);
      long f = get(s5 + row);
      long g = get(s6 + row);
      long h = get(s7 + row);
      long ab = even(a, b, BYTES, 8);
      long cd = even(c, d, BYTES, 8);
      long ef = even(e, f, BYTES, 8);
      long gh = even(g, h, BYTES, 8);
      four(ab, cd, ef, gh, out, 2 * dstStride);
      ab = odd(a, b, BYTES, 8);
      cd = odd(c, d, BYTES, 8);
      ef = odd(e, f, BYTES, 8);
      gh = odd(g, h, BYTES, 8);
      four(ab, cd, ef, gh, out + dstStride, 2 * dstStride);
    }
  }

  private static void shorts(long s0, long srcStride, long dst, long dstStride, int rows) {
    long s1 = s0 + srcStride;
    long s2 = s1 + srcStride;
    long s3 = s2 + srcStride;
    long s4 = s3 + srcStride;
    long s5 = s4 + srcStride;
    long s6 = s5 + srcStride;
    long s7 = s6 + srcStride;
    for (int row = 0; row < rows; row += 4) {
      long at = row * 2L;
      long out = dst + row * dstStride;
      four(get(s0 + at), get(s1 + at), get(s2 + at), get(s3 + at), out, dstStride);
      four(get(s4 + at), get(s5 + at), get(s6 + at), get(s7 + at), out + 8, dstStride);
    }
  }

  /** Four lines of four shorts. */
  private static void four(long a, long b, long c, long d, long out, long dstStride) {
    pair(even(a, b, SHORTS, 16), even(c, d, SHORTS, 16), out, 2 * dstStride);
    pair(odd(a, b, SHORTS, 16), odd(c, d, SHORTS, 16), out + dstStride, 2 * dstStride);
  }

  private static void ints(long s0, long srcStride, long dst, long dstStride, int rows) {
    long s1 = s0 + srcStride;
    long s2 = s1 + srcStride;
    long s3 = s2 + srcStride;
    long s4 = s3 + srcStride;
    long s5 = s4 + srcStride;
    long s6 = s5 + srcStride;
    long s7 = s6 + srcStride;
    for (int row = 0; row < rows; row += 2) {
      long at = row * 4L;
      long out = dst + row * dstStride;
      pair(get(s0 + at), get(s1 + at), out, dstStride);
      pair(get(s2 + at), get(s3 + at), out + 8, dstStride);
      pair(get(s4 + at), get(s5 + at), out + 16, dstStride);
      pair(get(s6 + at), get(s7 + at), out + 24, dstStride);
    }
  }

  /** Two lines of two ints. */
  private static void pair(long a, long b, long out, long dstStride) {
    set(out, even(a, b, INTS, 32));
    set(out + dstStride, odd(a, b, INTS, 32));
  }

  private static void longs(long s0, long srcStride, long dst, long dstStride, int rows) {
    long s1 = s0 + srcStride;
    long s2 = s1 + srcStride;
    long s3 = s2 + srcStride;
    long s4 = s3 + srcStride;
    long s5 = s4 + srcStride;
    long s6 = s5 + srcStride;
    long s7 = s6 + srcStride;
    for (int row = 0; row < rows; row++) {
      long at = row * 8L;
      long out = dst + row * dstStride;
      set(out, get(s0 + at));
      set(out + 8, get(s1 + at));
      set(out + 16, get(s2 + at));
      set(out + 24, get(s3 + at));
      set(out + 32, get(s4 + at));
      set(out + 40, get(s5 + at));
      set(out + 48, get(s6 + at));
      set(out + 56, get(s7 + at));
    }
  }
}
