package dev.ndbind.tensorflow;

import org.jspecify.annotations.Nullable;
import org.tensorflow.RawTensor;
import org.tensorflow.TensorMapper;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.types.family.TType;

/**
 * Own references to tensors. TensorFlow's memory lives until the last reference to its handle is
 * released, so that neither {@code close()} nor the end of a session can free a tensor in use.
 *
 * <p>Mappers have access to a tensor's handle; this one maps nothing, and is never made.
 */
abstract class Handles extends TensorMapper<TType> {
  private Handles() {}

  /**
   * Takes a reference, to be given back by {@link TF_Tensor#releaseReference}.
   *
   * <p>JavaCPP counts up without looking, even while another thread is freeing the tensor because
   * it has counted down to 0. A count that is not above 1 afterwards tells of that: the tensor's
   * own reference is gone. Then the handle is cleared, so that whoever waits for the lock does not
   * count any further. The reference is not given back, which could free the tensor a second time;
   * should the tensor not have been freed at all, the garbage collector does it with the handle.
   *
   * @return the tensor's handle; null if the tensor is closed
   */
  static @Nullable TF_Tensor retain(RawTensor raw) {
    TF_Tensor handle;
    try {
      handle = nativeHandle(raw);
    } catch (IllegalStateException closed) {
      return null;
    }
    synchronized (handle) {
      if (handle.isNull()) {
        return null;
      }
      handle.retainReference();
      if (handle.referenceCount() > 1) {
        return handle;
      }
      handle.setNull();
      return null;
    }
  }
}
