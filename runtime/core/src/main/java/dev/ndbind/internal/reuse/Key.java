package dev.ndbind.internal.reuse;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.memory.Strides;
import java.util.Arrays;

/**
 * What a copy is remembered by: everything that decides about its bytes, except the content of the
 * tensor's memory.
 *
 * @param tensor which one
 * @param address of its element [0, ..., 0]
 * @param dtype of its elements
 * @param signs 1 if its values are the conjugates of what is in memory, plus 2 for negatives
 * @param layout how the method sees it
 * @param target the dtype of the copy
 * @param order the order of the copy
 */
public record Key(
    Identity tensor,
    long address,
    DType dtype,
    int signs,
    Layout layout,
    DType target,
    Order order) {

  /**
   * Whether the tensor has bytes within a piece of memory, or between such bytes.
   *
   * @param start of the memory
   * @param bytes its length
   * @return false for a tensor without elements
   */
  public boolean isWithin(long start, long bytes) {
    long extent = Strides.extent(layout.shape, layout.byteStrides, dtype.itemsize());
    long first = address + Strides.lowest(layout.shape, layout.byteStrides);
    return extent > 0 && first < start + bytes && start < first + extent;
  }

  /**
   * Shape and strides.
   *
   * @param shape in elements, not to be changed
   * @param byteStrides of the tensor, not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by content.
  public record Layout(long[] shape, long[] byteStrides) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Layout(long[] otherShape, long[] otherStrides)
          && Arrays.equals(shape, otherShape)
          && Arrays.equals(byteStrides, otherStrides);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(shape) + Arrays.hashCode(byteStrides);
    }
  }
}
