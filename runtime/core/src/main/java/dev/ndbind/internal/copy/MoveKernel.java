package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.ndbind.annotation.DType;
import java.lang.foreign.MemorySegment;

/**
 * Moves elements bit by bit, or with their bytes reversed.
 *
 * @param itemsize 1, 2, 4, 8 or 16
 * @param swapped size of the parts of an element that have their bytes reversed, 1 for none
 */
record MoveKernel(int itemsize, int swapped) implements Kernel {
  /** Below this a loop is quicker than the call that copies whole blocks. */
  private static final long BLOCK = 64;

  /** Below this rows are copied one by one: the channels of a picture, say. */
  private static final int FEW_ROWS = 8;

  /** Lines of the source that the nearest cache can hold wherever they are. */
  private static final int STRIP = 32;

  /** Moves elements as they are. */
  MoveKernel(int itemsize) {
    this(itemsize, 1);
  }

  /** Moves elements with their bytes reversed, those of each part of a complex number. */
  static MoveKernel swapping(DType type) {
    int parts = type.isComplex() ? 2 : 1;
    return new MoveKernel(type.itemsize(), type.itemsize() / parts);
  }

  /** Whether elements come out different. */
  boolean isSwapping() {
    return swapped > 1;
  }

  @Override
  public void copyRow(long src, long srcStride, long dst, long dstStride, int count) {
    if (isSwapping()) {
      for (int part = 0; part < itemsize; part += swapped) {
        swap(src + part, srcStride, dst + part, dstStride, count);
      }
      return;
    }
    long bytes = (long) count * itemsize;
    if (srcStride == itemsize && dstStride == itemsize && bytes >= BLOCK) {
      MemorySegment.copy(ALL, src, ALL, dst, bytes);
    } else {
      move(src, srcStride, dst, dstStride, count);
    }
  }

  @Override
  public void copyTile(long src, long dst, Axis rows, Axis columns) {
    if (rows.size() == Channels.COUNT && itemsize == Channels.ITEMSIZE && !isSwapping()) {
      copyChannels(src, dst, rows, columns);
    } else if (!isTransposed(rows, columns)) {
      copyStrips(src, dst, rows, columns);
    } else if (rows.srcStride() < 0) {
      long last = rows.size() - 1;
      transpose(src + rows.srcAt(last), dst + rows.dstAt(last), rows.reversed(), columns);
    } else {
      transpose(src, dst, rows, columns);
    }
  }

  /** The last pixel of an odd number, and channels that lie otherwise, are copied one by one. */
  private void copyChannels(long src, long dst, Axis channels, Axis pixels) {
    long pairs = pixels.size() - pixels.size() % 2;
    if (Channels.areJoined(channels, pixels)) {
      Channels.join(src, channels.srcStride(), dst, (int) pairs);
    } else if (Channels.areParted(channels, pixels)) {
      Channels.part(src, dst, channels.dstStride(), (int) pairs);
    } else {
      pairs = 0;
    }
    Kernel.super.copyTile(
        src + pixels.srcAt(pairs),
        dst + pixels.dstAt(pairs),
        channels,
        pixels.withSize(pixels.size() - pairs));
  }

  /**
   * Whether the neighbours in the source are rows. Where both loops go along neighbours, as in
   * sliding windows, the plane is in no tiles, and may have more rows than an int counts.
   */
  private boolean isTransposed(Axis rows, Axis columns) {
    return Math.abs(rows.srcStride()) == itemsize
        && columns.dstStride() == itemsize
        && rows.size() >= FEW_ROWS
        && rows.size() <= Integer.MAX_VALUE
        && itemsize <= Long.BYTES
        && !isSwapping();
  }

  /** Goes along few columns at a time where they are far apart in the source. */
  private void copyStrips(long src, long dst, Axis rows, Axis columns) {
    boolean isFar = Math.abs(rows.srcStride()) < Math.abs(columns.srcStride());
    long width = isFar && rows.size() >= FEW_ROWS ? STRIP : columns.size();
    for (long column = 0; column < columns.size(); column += width) {
      Kernel.super.copyTile(
          src + columns.srcAt(column),
          dst + columns.dstAt(column),
          rows,
          columns.withSize(Math.min(width, columns.size() - column)));
    }
  }

  /** Transposes whole blocks, then what is left to the right of them and below. */
  private void transpose(long src, long dst, Axis rows, Axis columns) {
    long height = rows.size() - rows.size() % (Long.BYTES / itemsize);
    long width = columns.size() - columns.size() % Transpose.COLUMNS;
    Transpose.block(
        itemsize, src, columns.srcStride(), dst, rows.dstStride(), (int) height, (int) width);
    Kernel.super.copyTile(
        src + columns.srcAt(width),
        dst + columns.dstAt(width),
        rows,
        columns.withSize(columns.size() - width));
    Kernel.super.copyTile(
        src + rows.srcAt(height),
        dst + rows.dstAt(height),
        rows.withSize(rows.size() - height),
        columns.withSize(width));
  }

  private void move(long src, long srcStride, long dst, long dstStride, int count) {
    switch (itemsize) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_BYTE, dst, ALL.get(JAVA_BYTE, src));
          src += srcStride;
          dst += dstStride;
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          short item = ALL.get(JAVA_SHORT_UNALIGNED, src);
          ALL.set(JAVA_SHORT_UNALIGNED, dst, item);
          src += srcStride;
          dst += dstStride;
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          int item = ALL.get(JAVA_INT_UNALIGNED, src);
          ALL.set(JAVA_INT_UNALIGNED, dst, item);
          src += srcStride;
          dst += dstStride;
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
      long item = ALL.get(JAVA_LONG_UNALIGNED, src);
      ALL.set(JAVA_LONG_UNALIGNED, dst, item);
      src += srcStride;
      dst += dstStride;
    }
  }

  private void swap(long src, long srcStride, long dst, long dstStride, int count) {
    switch (swapped) {
      case 2 -> {
        for (int i = 0; i < count; i++) {
          short item = ALL.get(JAVA_SHORT_UNALIGNED, src);
          ALL.set(JAVA_SHORT_UNALIGNED, dst, Short.reverseBytes(item));
          src += srcStride;
          dst += dstStride;
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          int item = ALL.get(JAVA_INT_UNALIGNED, src);
          ALL.set(JAVA_INT_UNALIGNED, dst, Integer.reverseBytes(item));
          src += srcStride;
          dst += dstStride;
        }
      }
      case 8 -> {
        for (int i = 0; i < count; i++) {
          long item = ALL.get(JAVA_LONG_UNALIGNED, src);
          ALL.set(JAVA_LONG_UNALIGNED, dst, Long.reverseBytes(item));
          src += srcStride;
          dst += dstStride;
        }
      }
      default -> throw new IllegalArgumentException("no part has " + swapped + " bytes");
    }
  }
}
