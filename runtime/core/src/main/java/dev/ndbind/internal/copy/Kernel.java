package dev.ndbind.internal.copy;

/** Copies rows and tiles of elements; what a {@link LoopNest} runs along its innermost axes. */
interface Kernel extends AutoCloseable {
  /**
   * Copies {@code count} elements.
   *
   * @param src address of the first element to read
   * @param srcStride bytes from one element read to the next
   * @param dst address of the first element to write
   * @param dstStride bytes from one element written to the next
   * @param count number of elements
   */
  void copyRow(long src, long srcStride, long dst, long dstStride, int count);

  /**
   * Copies a part of a plane that is small enough for a cache wherever that matters.
   *
   * @param src address of the first element to read
   * @param dst address of the first element to write
   * @param rows of the tile
   * @param columns of the tile, no more than an int counts
   */
  default void copyTile(long src, long dst, Axis rows, Axis columns) {
    int count = (int) columns.size();
    for (long row = 0; row < rows.size(); row++) {
      copyRow(src, columns.srcStride(), dst, columns.dstStride(), count);
      src += rows.srcStride();
      dst += rows.dstStride();
    }
  }

  /** Frees what the kernel has allocated. */
  @Override
  default void close() {}
}
