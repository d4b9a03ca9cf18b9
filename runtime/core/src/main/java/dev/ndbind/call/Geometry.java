package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;

/**
 * How a tensor's elements lie in memory. For bridges, which may give many tensors the same one.
 *
 * @param dtype the concrete dtype
 * @param shape sizes in elements, not to be changed
 * @param byteStrides one for each axis, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on unchanged, never printed.
public record Geometry(DType dtype, long[] shape, long[] byteStrides) {

  /**
   * How many bytes lie from the first byte of the lowest element to the last of the highest one.
   *
   * @return 0 if there are no elements
   * @throws ArithmeticException if it is beyond 64 bits
   */
  public long extent() {
    return Strides.extent(shape, byteStrides, dtype.itemsize());
  }

  /** Whether it is this one; the arrays may be longer than the rank. */
  boolean is(DType otherDtype, int rank, long[] sizes, long[] strides) {
    if (dtype != otherDtype || shape.length != rank) {
      return false;
    }
    for (int axis = 0; axis < rank; axis++) {
      if (shape[axis] != sizes[axis] || byteStrides[axis] != strides[axis]) {
        return false;
      }
    }
    return true;
  }
}
