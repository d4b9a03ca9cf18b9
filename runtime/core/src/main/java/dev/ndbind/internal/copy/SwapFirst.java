package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;
import java.lang.foreign.Arena;

/** Brings each row of a source in foreign byte order into native order before it is converted. */
final class SwapFirst implements Kernel {
  private static final int BATCH = 512;

  private final Kernel next;
  private final int itemsize;
  private final int partsPerItem;
  private final MoveKernel swap;
  private final int batch;
  private final Arena arena = Arena.ofConfined();
  private final long scratch;

  /**
   * Makes a kernel with scratch memory of its own.
   *
   * @param next converts native elements
   * @param type of the source, whose real and imaginary parts are swapped one by one
   * @param longestRow the most elements a row can have
   */
  SwapFirst(Kernel next, DType type, int longestRow) {
    this.next = next;
    this.itemsize = type.itemsize();
    this.partsPerItem = type.isComplex() ? 2 : 1;
    this.swap = new MoveKernel(itemsize / partsPerItem, true);
    this.batch = Math.min(BATCH, longestRow);
    this.scratch = arena.allocate((long) batch * itemsize, Long.BYTES).address();
  }

  @Override
  public void copyRow(long src, long srcStride, long dst, long dstStride, int count) {
    for (int done = 0; done < count; done += batch) {
      int length = Math.min(batch, count - done);
      for (int part = 0; part < partsPerItem; part++) {
        long offset = (long) part * itemsize / partsPerItem;
        swap.copyRow(
            src + done * srcStride + offset, srcStride, scratch + offset, itemsize, length);
      }
      next.copyRow(scratch, itemsize, dst + done * dstStride, dstStride, length);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
