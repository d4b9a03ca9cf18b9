package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Where a strided tensor's elements are.
 *
 * @param dtype their dtype
 * @param address of element [0, ..., 0]; 0 if the tensor has none
 * @param shape in elements
 * @param byteStrides in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on unchanged, never compared or printed.
record Geometry(DType dtype, long address, long[] shape, long[] byteStrides) {

  /** Asks axis by axis: the methods that give all sizes at once allocate native memory. */
  static Geometry of(Tensor tensor, DType dtype) {
    int rank = (int) tensor.dim();
    long[] shape = new long[rank];
    long[] byteStrides = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = tensor.size(axis);
      byteStrides[axis] = Math.multiplyExact(tensor.stride(axis), dtype.itemsize());
    }
    return new Geometry(dtype, address(tensor), shape, byteStrides);
  }

  /** For reading: {@code data_ptr} would copy memory that is shared until it is written. */
  static long address(Tensor tensor) {
    Pointer pointer = tensor.const_data_ptr();
    return pointer == null ? 0 : pointer.address();
  }

  /** Whether all elements lie in the tensor's storage, which can be made smaller than it. */
  boolean isWithin(HeldTensor tensor) {
    long end = tensor.storage_offset() * dtype.itemsize() + dtype.itemsize();
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == 0) {
        return true;
      }
      end = Math.addExact(end, Math.multiplyExact(shape[axis] - 1, byteStrides[axis]));
    }
    return address != 0 && end <= tensor.storageBytes();
  }
}
