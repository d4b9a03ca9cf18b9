package dev.ndbind.internal.npy;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;

/**
 * Elements in memory.
 *
 * @param dtype of the elements
 * @param address of element [0, ..., 0]
 * @param shape sizes in elements, not to be changed
 * @param byteStrides one for each axis, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Shared unchanged, never compared or printed.
public record Layout(DType dtype, long address, long[] shape, long[] byteStrides) {

  boolean isCOrder() {
    return Strides.isC(shape, byteStrides, dtype.itemsize());
  }

  /** Whether the file has them in F order: as in NumPy, only where C order would need a copy. */
  boolean isFortranOrder() {
    return !isCOrder() && Strides.isF(shape, byteStrides, dtype.itemsize());
  }

  /** The size of all elements. */
  public long bytes() {
    return Math.multiplyExact(Strides.count(shape), dtype.itemsize());
  }
}
