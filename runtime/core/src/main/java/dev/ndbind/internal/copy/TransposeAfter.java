package dev.ndbind.internal.copy;

import java.lang.foreign.Arena;

/**
 * Lets another kernel convert transposed planes along the source, where its elements are
 * neighbours, and transposes the results. All other rows and tiles go to that kernel as they are.
 */
final class TransposeAfter implements Kernel {
  private final Kernel convert;
  private final MoveKernel move;
  private final Arena arena = Arena.ofConfined();
  private long scratch;
  private long scratchBytes;

  /**
   * Makes a kernel with scratch memory of its own.
   *
   * @param convert makes destination elements of source elements; closed with this
   * @param itemsize of the destination
   */
  TransposeAfter(Kernel convert, int itemsize) {
    this.convert = convert;
    this.move = new MoveKernel(itemsize, false);
  }

  @Override
  public void copyRow(long src, long srcStride, long dst, long dstStride, int count) {
    convert.copyRow(src, srcStride, dst, dstStride, count);
  }

  @Override
  public void copyTile(long src, long dst, Axis rows, Axis columns) {
    long step = Math.abs(rows.srcStride());
    if (step == 0 || step >= Math.abs(columns.srcStride())) {
      convert.copyTile(src, dst, rows, columns);
      return;
    }
    int itemsize = move.itemsize();
    long lineBytes = rows.size() * itemsize;
    long lines = scratch(columns.size() * lineBytes);
    // what are columns in the destination are lines here
    convert.copyTile(
        src,
        lines,
        new Axis(columns.size(), columns.srcStride(), lineBytes),
        new Axis(rows.size(), rows.srcStride(), itemsize));
    move.copyTile(
        lines,
        dst,
        new Axis(rows.size(), itemsize, rows.dstStride()),
        new Axis(columns.size(), lineBytes, columns.dstStride()));
  }

  /** The first tile of a copy is the largest. */
  private long scratch(long bytes) {
    if (bytes > scratchBytes) {
      scratch = arena.allocate(bytes, Long.BYTES).address();
      scratchBytes = bytes;
    }
    return scratch;
  }

  @Override
  public void close() {
    try (arena) {
      convert.close();
    }
  }
}
