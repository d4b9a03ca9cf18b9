package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Moves elements bit by bit, or with their bytes reversed.
 *
 * @param itemsize 1, 2, 4, 8 or, unless swapped, 16
 * @param swapped whether to reverse the bytes of each element
 */
record MoveKernel(int itemsize, boolean swapped) implements RowKernel {
  /** Below this a loop is quicker than the call that copies whole blocks. */
  private static final long BLOCK = 64;

  @Override
  public void copyRow(long src, long srcStride, long dst, long dstStride, int count) {
    if (swapped && itemsize > 1) {
      swap(src, srcStride, dst, dstStride, count);
      return;
    }
    long bytes = (long) count * itemsize;
    if (srcStride == itemsize && dstStride == itemsize && bytes >= BLOCK) {
      MemorySegment.copy(ALL, src, ALL, dst, bytes);
    } else {
      move(src, srcStride, dst, dstStride, count);
    }
  }

  private void move(long src, long srcStride, long dst, long dstStride, int count) {
    switch (itemsize) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_BYTE, dst + i * dstStride, ALL.get(JAVA_BYTE, src + i * srcStride));
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          short item = ALL.get(JAVA_SHORT_UNALIGNED, src + i * srcStride);
          ALL.set(JAVA_SHORT_UNALIGNED, dst + i * dstStride, item);
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          int item = ALL.get(JAVA_INT_UNALIGNED, src + i * srcStride);
          ALL.set(JAVA_INT_UNALIGNED, dst + i * dstStride, item);
        }
      }
      case 8 -> moveLongs(src, srcStride, dst, dstStride, count);
      case 16 -> {
        moveLongs(src, srcStride, dst, dstStride, count);
        moveLongs(src + Long.BYTES, srcStride, dst + Long.BYTES, dstStride, count);
      }
      default -> throw new IllegalArgumentException("no element has " + itemsize + " bytes");
    }
  }

  private static void moveLongs(long src, long srcStride, long dst, long dstStride, int count) {
    for (int i = 0; i < count; i++) {
      long item = ALL.get(JAVA_LONG_UNALIGNED, src + i * srcStride);
      ALL.set(JAVA_LONG_UNALIGNED, dst + i * dstStride, item);
    }
  }

  private void swap(long src, long srcStride, long dst, long dstStride, int count) {
    switch (itemsize) {
      case 2 -> {
        for (int i = 0; i < count; i++) {
          short item = ALL.get(JAVA_SHORT_UNALIGNED, src + i * srcStride);
          ALL.set(JAVA_SHORT_UNALIGNED, dst + i * dstStride, Short.reverseBytes(item));
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          int item = ALL.get(JAVA_INT_UNALIGNED, src + i * srcStride);
          ALL.set(JAVA_INT_UNALIGNED, dst + i * dstStride, Integer.reverseBytes(item));
        }
      }
      case 8 -> {
        for (int i = 0; i < count; i++) {
          long item = ALL.get(JAVA_LONG_UNALIGNED, src + i * srcStride);
          ALL.set(JAVA_LONG_UNALIGNED, dst + i * dstStride, Long.reverseBytes(item));
        }
      }
      default -> throw new IllegalArgumentException("no swapped element has " + itemsize);
    }
  }
}
