package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import dev.ndbind.call.Geometries;
import dev.ndbind.call.Geometry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/**
 * A wrapper that stands for one held tensor after another, and owns none. All questions that a
 * tensor answers may be asked of it; those that have a quicker way than JavaCPP's have a method
 * here. It belongs to one thread.
 */
sealed class Probe extends Tensor permits StableProbe {
  /** What owns the handles that were taken through JavaCPP. */
  private static final Map<Long, Tensor> OWNERS = new ConcurrentHashMap<>();

  private final Geometries geometries = new Geometries();

  Probe() {
    super((Pointer) null);
  }

  /** This wrapper, standing for another tensor now. */
  final Probe at(long handle) {
    address = handle;
    return this;
  }

  /**
   * Takes a reference.
   *
   * @param offset in bytes, of the tensor within those of the wrapper
   * @return its handle; 0 if the tensor has been closed
   */
  long hold(Tensor tensor, long offset) {
    try {
      Tensor owner = new Tensor(tensor); // At its position.
      owner.retainReference(); // A PointerScope of the caller must not close it.
      OWNERS.put(owner.address(), owner);
      return owner.address();
    } catch (NullPointerException e) { // The address was null.
      return 0;
    }
  }

  /**
   * Takes a reference to this tensor's memory, which keeps it although the tensor may be given
   * another.
   *
   * @return the handle of a tensor of its own over the same memory
   */
  long holdMemory() {
    try (Tensor detached = detach()) {
      return hold(detached, 0);
    }
  }

  /** Gives back a reference that was taken through JavaCPP. */
  static void release(long handle) {
    Objects.requireNonNull(OWNERS.remove(handle), "released before").deallocate();
  }

  /** The address of LibTorch's own object, of which there may be several wrappers. */
  long identity() {
    return unsafeGetTensorImpl().address();
  }

  /** Of a strided tensor of a dtype that arrays have. */
  final Geometry geometry(DType dtype) {
    int rank = (int) dim();
    sizes(geometries.sizes(rank), rank);
    long[] byteStrides = geometries.byteStrides();
    strides(byteStrides, rank);
    for (int axis = 0; axis < rank; axis++) {
      byteStrides[axis] = Math.multiplyExact(byteStrides[axis], dtype.itemsize());
    }
    return geometries.find(dtype, rank);
  }

  /** LibTorch's number of the dtype. */
  int scalarType() {
    return scalar_type().value;
  }

  /**
   * The address of element [0, ..., 0], for reading: {@code data_ptr} would copy memory that is
   * shared until it is written.
   *
   * @return 0 if there are no elements, or no memory
   */
  long dataAddress() {
    Pointer pointer = const_data_ptr();
    return pointer == null ? 0 : pointer.address();
  }

  /** In elements, axis by axis: the methods that give all sizes at once allocate native memory. */
  void sizes(long[] sizes, int rank) {
    for (int axis = 0; axis < rank; axis++) {
      sizes[axis] = size(axis);
    }
  }

  /** In elements. */
  void strides(long[] strides, int rank) {
    for (int axis = 0; axis < rank; axis++) {
      strides[axis] = stride(axis);
    }
  }

  /** How many bytes lie behind the tensor, of which it may use a part. */
  long storageBytes() {
    return storage().nbytes();
  }
}
