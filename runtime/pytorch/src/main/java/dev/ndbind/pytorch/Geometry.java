package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;

/**
 * How a strided tensor's elements lie in memory.
 *
 * @param dtype their dtype
 * @param shape in elements
 * @param byteStrides in bytes
 * @param byteSpan how many bytes there are from the first element's first byte to the last one's
 *     last; 0 if there are no elements
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on unchanged, never printed.
record Geometry(DType dtype, long[] shape, long[] byteStrides, long byteSpan) {
  static Geometry of(DType dtype, long[] shape, long[] byteStrides) {
    return new Geometry(dtype, shape, byteStrides, byteSpan(dtype, shape, byteStrides));
  }

  private static long byteSpan(DType dtype, long[] shape, long[] byteStrides) {
    long span = dtype.itemsize();
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == 0) {
        return 0;
      }
      span = Math.addExact(span, Math.multiplyExact(shape[axis] - 1, byteStrides[axis]));
    }
    return span;
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
