package dev.ndbind.internal.copy;

/** Copies one row of elements; what a {@link LoopNest} runs along its innermost axis. */
interface RowKernel {
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
}
