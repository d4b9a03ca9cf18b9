package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * Converts elements of any layout in three steps: those that are not side by side in native byte
 * order are packed, the packed ones are converted, and the results are put where they belong. A
 * transposed tile is transposed in the first step or in the last, where the elements are smaller.
 */
final class ConvertKernel implements Kernel {
  /** Enough for the largest tile that is transposed; see {@link Plane}. */
  static final int MAX_CAPACITY = 4096;

  /** Rows of fewer elements are packed, so that several are converted at once. */
  private static final int SHORT_ROW = 256;

  /** Rows of a transposed block, which is about as wide. */
  private static final int BLOCK_ROWS = 64;

  private final MoveKernel pack;
  private final MoveKernel unpack;
  private final int capacity;
  private final Arena arena = Arena.ofConfined();
  private final Scratch packed;
  private final Scratch converted;

  /** Null if the bytes have to be swapped, and nothing else. */
  private final @Nullable Conversion conversion;

  /**
   * Makes a kernel with scratch memory of its own.
   *
   * @param srcType the type read
   * @param swapped whether it is read in foreign byte order
   * @param dstType the type written
   * @param capacity elements packed at once, no more than there are and at most {@link
   *     #MAX_CAPACITY}
   */
  ConvertKernel(DType srcType, boolean swapped, DType dstType, int capacity) {
    this.pack = swapped ? MoveKernel.swapping(srcType) : new MoveKernel(srcType.itemsize());
    this.unpack = new MoveKernel(dstType.itemsize());
    this.capacity = capacity;
    this.packed = scratch(srcType);
    this.converted = scratch(dstType);
    this.conversion =
        Route.hasSameBits(srcType, dstType)
            ? null
            : new Conversion(srcType, dstType, capacity, arena);
  }

  private Scratch scratch(DType type) {
    return new Scratch(arena, (long) capacity * type.itemsize());
  }

  @Override
  public void copyRow(long src, long srcStride, long dst, long dstStride, int count) {
    if (conversion == null) {
      pack.copyRow(src, srcStride, dst, dstStride, count);
      return;
    }
    boolean isPacked = srcStride == pack.itemsize() && !pack.isSwapping();
    boolean isDense = dstStride == unpack.itemsize();
    if (isPacked && isDense) {
      conversion.run(src, dst, count);
      return;
    }
    for (int done = 0; done < count; done += capacity) {
      int length = Math.min(capacity, count - done);
      long from = src + done * srcStride;
      long to = dst + done * dstStride;
      if (!isPacked) {
        pack.copyRow(from, srcStride, packed.address(), pack.itemsize(), length);
      }
      conversion.run(
          isPacked ? from : packed.address(), isDense ? to : converted.address(), length);
      if (!isDense) {
        unpack.copyRow(converted.address(), unpack.itemsize(), to, dstStride, length);
      }
    }
  }

  @Override
  public void copyTile(long src, long dst, Axis rows, Axis columns) {
    long step = Math.abs(rows.srcStride());
    boolean transposed = step != 0 && step < Math.abs(columns.srcStride());
    if (transposed) {
      for (long row = 0; row < rows.size(); row += BLOCK_ROWS) {
        Axis some = rows.withSize(Math.min(BLOCK_ROWS, rows.size() - row));
        copyColumns(src + rows.srcAt(row), dst + rows.dstAt(row), some, columns);
      }
    } else if (columns.size() < SHORT_ROW && rows.size() > 1) {
      copyRows(src, dst, rows, columns);
    } else {
      Kernel.super.copyTile(src, dst, rows, columns);
    }
  }

  /** Packs as many whole rows as there is room for. */
  private void copyRows(long src, long dst, Axis rows, Axis columns) {
    long height = Math.max(1, capacity / columns.size());
    for (long row = 0; row < rows.size(); row += height) {
      Axis some = rows.withSize(Math.min(height, rows.size() - row));
      long from = src + rows.srcAt(row);
      long to = dst + rows.dstAt(row);
      packRows(from, some, columns);
      unpackRows(convert(some.size() * columns.size()), to, some, columns);
    }
  }

  /** Packs as many whole columns, which are lines in the source, as there is room for. */
  private void copyColumns(long src, long dst, Axis rows, Axis columns) {
    long width = Math.max(1, capacity / rows.size());
    boolean late = pack.isSwapping() || pack.itemsize() > unpack.itemsize();
    for (long column = 0; column < columns.size(); column += width) {
      Axis some = columns.withSize(Math.min(width, columns.size() - column));
      long from = src + columns.srcAt(column);
      long to = dst + columns.dstAt(column);
      if (late) {
        packRows(from, some, rows);
        unpackColumns(convert(rows.size() * some.size()), to, rows, some);
      } else {
        packRows(from, rows, some);
        unpackRows(convert(rows.size() * some.size()), to, rows, some);
      }
    }
  }

  private void packRows(long src, Axis rows, Axis columns) {
    long item = pack.itemsize();
    Axis packedRows = new Axis(rows.size(), rows.srcStride(), columns.size() * item);
    pack.copyTile(
        src, packed.address(), packedRows, new Axis(columns.size(), columns.srcStride(), item));
  }

  private void unpackRows(long from, long dst, Axis rows, Axis columns) {
    long item = unpack.itemsize();
    Axis packedRows = new Axis(rows.size(), columns.size() * item, rows.dstStride());
    unpack.copyTile(from, dst, packedRows, new Axis(columns.size(), item, columns.dstStride()));
  }

  private void unpackColumns(long from, long dst, Axis rows, Axis columns) {
    long item = unpack.itemsize();
    Axis lines = new Axis(columns.size(), rows.size() * item, columns.dstStride());
    unpack.copyTile(from, dst, new Axis(rows.size(), item, rows.dstStride()), lines);
  }

  /** Converts what is packed, and tells where the results are. */
  private long convert(long count) {
    if (conversion == null) {
      return packed.address();
    }
    conversion.run(packed.address(), converted.address(), (int) count);
    return converted.address();
  }

  @Override
  public void close() {
    arena.close();
  }
}
