package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;

/**
 * Converts rows by way of {@code long} for bool and integers and {@code double} for floats: one
 * loop gathers a batch of source elements, one crosses from one kind to the other, one scatters the
 * batch to the destination. That is a loop for each type instead of one for each pair of types, and
 * the batch stays in the nearest cache.
 */
final class ConvertKernel implements Kernel {
  private static final int BATCH = 512;

  private final DType srcType;
  private final DType dstType;
  private final boolean fromFloats;
  private final boolean toFloats;
  private final int batch;
  private final long[] longs;
  private final double[] doubles;

  /**
   * Makes a kernel with its own batch buffers.
   *
   * @param srcType the type read; a complex one goes to bool only
   * @param dstType the type written, never complex
   * @param longestRow the most elements a row can have
   */
  ConvertKernel(DType srcType, DType dstType, int longestRow) {
    this.srcType = srcType;
    this.dstType = dstType;
    this.fromFloats = srcType.isFloating();
    this.toFloats = dstType.isFloating();
    this.batch = Math.min(BATCH, longestRow);
    this.longs = new long[fromFloats && toFloats ? 0 : batch];
    this.doubles = new double[fromFloats || toFloats ? batch : 0];
  }

  @Override
  public void copyRow(long src, long srcStride, long dst, long dstStride, int count) {
    for (int done = 0; done < count; done += batch) {
      int length = Math.min(batch, count - done);
      gather(src + done * srcStride, srcStride, length);
      scatter(dst + done * dstStride, dstStride, length);
    }
  }

  private void gather(long src, long srcStride, int count) {
    if (!fromFloats) {
      Gather.longs(srcType, src, srcStride, longs, count);
      if (toFloats) {
        Casts.longsToDoubles(longs, srcType, doubles, dstType, count);
      }
    } else {
      Gather.doubles(srcType, src, srcStride, doubles, count);
      if (!toFloats) {
        Casts.doublesToLongs(doubles, longs, dstType, count);
      }
    }
  }

  private void scatter(long dst, long dstStride, int count) {
    if (toFloats) {
      Scatter.doubles(doubles, dstType, dst, dstStride, count);
    } else {
      Scatter.longs(longs, dstType, dst, dstStride, count);
    }
  }
}
