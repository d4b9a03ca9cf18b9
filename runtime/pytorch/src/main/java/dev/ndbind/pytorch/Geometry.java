package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;

/**
 * Where a strided tensor's elements are.
 *
 * @param dtype their dtype
 * @param address of element [0, ..., 0]; 0 if there are no elements
 * @param storage where the tensor's storage begins; 0 if there are no elements, or no memory
 * @param shape in elements
 * @param byteStrides in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on unchanged, never compared or printed.
record Geometry(DType dtype, long address, long storage, long[] shape, long[] byteStrides) {

  static Geometry of(Probe tensor, DType dtype) {
    int rank = (int) tensor.dim();
    long[] shape = new long[rank];
    long[] strides = new long[rank];
    tensor.sizes(shape);
    tensor.strides(strides);
    for (int axis = 0; axis < rank; axis++) {
      strides[axis] = Math.multiplyExact(strides[axis], dtype.itemsize());
    }
    long address = tensor.dataAddress();
    long offset = address == 0 ? 0 : tensor.storage_offset() * dtype.itemsize();
    return new Geometry(dtype, address, address - offset, shape, strides);
  }

  /** Without memory, the address of a part of it says nothing. */
  boolean hasMemory() {
    return storage != 0;
  }

  /** Whether all elements lie in the tensor's storage, which can be made smaller than it. */
  boolean isWithin(Probe tensor) {
    long end = address - storage + dtype.itemsize();
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == 0) {
        return true;
      }
      end = Math.addExact(end, Math.multiplyExact(shape[axis] - 1, byteStrides[axis]));
    }
    return hasMemory() && end <= tensor.storageBytes();
  }
}
