package dev.ndbind.internal.copy;

/** Where the elements of a row are. */
final class Rows {
  private Rows() {}

  /**
   * The address of an element. Whether the row is contiguous does not change within a loop, so the
   * compiler makes two loops of it, one of which it can vectorise.
   *
   * @param base address of the first element
   * @param byteStride bytes from one element to the next
   * @param itemsize a constant
   * @param index of the element in the row
   * @return base + index * byteStride
   */
  static long at(long base, long byteStride, int itemsize, int index) {
    return byteStride == itemsize ? base + (long) index * itemsize : base + index * byteStride;
  }
}
