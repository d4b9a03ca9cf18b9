package dev.ndbind.tensorflow;

import dev.ndbind.call.Anchor;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.tensorflow.RawTensor;
import org.tensorflow.internal.c_api.TF_Tensor;

/**
 * A tensor of which a copy is remembered: a reference to its memory, and a look at whether the
 * program still has the tensor.
 */
final class TensorFlowAnchor implements Anchor {
  private final WeakReference<RawTensor> tensor;
  private final TF_Tensor handle;
  private final long bytes;

  private TensorFlowAnchor(RawTensor tensor, TF_Tensor handle) {
    this.tensor = new WeakReference<>(tensor);
    this.handle = handle;
    this.bytes = tensor.numBytes();
  }

  /** Null if the tensor has been closed meanwhile. */
  static @Nullable TensorFlowAnchor of(RawTensor raw) {
    TF_Tensor handle = Handles.retain(raw);
    return handle == null ? null : new TensorFlowAnchor(raw, handle);
  }

  @Override
  public long bytes() {
    return bytes;
  }

  /** Closed, or no longer reachable: a reference of ours does not show in the latter. */
  @Override
  public boolean isAbandoned() {
    return handle.referenceCount() <= 1 || tensor.get() == null;
  }

  @Override
  public void release() {
    handle.releaseReference();
  }
}
