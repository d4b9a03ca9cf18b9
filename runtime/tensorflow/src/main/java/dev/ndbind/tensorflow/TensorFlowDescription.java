package dev.ndbind.tensorflow;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Anchor;
import dev.ndbind.call.Invalidation;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.call.Views;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;
import org.tensorflow.RawTensor;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.types.family.TType;

/** A dense tensor, with a reference to it that is this description's own. */
final class TensorFlowDescription extends TensorDescription {
  private final TType tensor;
  private final TF_Tensor handle;
  private boolean released;

  private TensorFlowDescription(
      TType tensor, TF_Tensor handle, DType dtype, long address, long[] shape, long[] byteStrides) {
    super(dtype, address, shape, byteStrides);
    this.tensor = tensor;
    this.handle = handle;
  }

  /** Describes a tensor that anyone may have made, and that nobody may write. */
  static TensorDescription of(TType tensor) {
    if (tensor.isSparse()) {
      return refused(
          "is sparse (COO); tf.sparse.sparseToDense(indices, denseShape, values, zero) makes it"
              + " dense");
    }
    DType dtype = TensorFlowTypes.dtype(tensor);
    return dtype == null ? refused(TensorFlowTypes.noArray(tensor)) : of(tensor, dtype);
  }

  private static TensorDescription of(TType tensor, DType dtype) {
    RawTensor raw = tensor.asRawTensor();
    long[] shape = raw.shape().asArray();
    long[] byteStrides = new long[shape.length];
    boolean isEmpty = fillStrides(byteStrides, shape, dtype.itemsize());
    TF_Tensor handle = Handles.retain(raw);
    if (handle == null) {
      return closed("has been closed");
    }
    long address = isEmpty ? 0 : address(raw, handle);
    return new TensorFlowDescription(tensor, handle, dtype, address, shape, byteStrides);
  }

  /** Fills in the strides of C order, and tells whether there are no elements. */
  private static boolean fillStrides(long[] byteStrides, long[] shape, int itemsize) {
    boolean isEmpty = false;
    long stride = itemsize;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      byteStrides[axis] = stride;
      stride = Math.multiplyExact(stride, Math.max(1, shape[axis]));
      isEmpty |= shape[axis] == 0;
    }
    return isEmpty;
  }

  private static long address(RawTensor raw, TF_Tensor handle) {
    try {
      return Addresses.of(raw);
    } catch (RuntimeException | Error e) {
      handle.releaseReference();
      throw e;
    }
  }

  @Override
  public Object tensor() {
    return tensor;
  }

  @Override
  protected String framework() {
    return TensorFlow.FRAMEWORK;
  }

  @Override
  protected String whyReadOnly() {
    return "TensorFlow's tensors are immutable, and constants are shared";
  }

  /** Its memory, which several handles can share, and which no tensor but a new one changes. */
  @Override
  protected long identity() {
    return address();
  }

  @Override
  protected @Nullable Anchor anchor() {
    return TensorFlowAnchor.of(tensor.asRawTensor());
  }

  @Override
  public void release() {
    if (!released) {
      released = true;
      handle.releaseReference();
    }
  }

  /** A view that holds the description, which is released when no array reaches it any more. */
  static <A extends NumpyArray> A view(TensorDescription description, Class<A> type) {
    try {
      A view = Views.of(description, type, description);
      ((TensorFlowDescription) description).releaseWhenUnreachable();
      return view;
    } catch (RuntimeException | Error e) {
      description.release();
      throw e;
    }
  }

  /** Sparse tensors, and others that are not described here, are never copied. */
  static void invalidate(TType tensor) {
    if (tensor.isSparse()) {
      return;
    }
    TensorDescription description = of(tensor);
    try {
      long bytes = tensor.asRawTensor().numBytes(); // Throws if it is closed.
      if (description instanceof TensorFlowDescription seen) {
        Invalidation.of(TensorFlowDescription.class, seen.address(), seen.address(), bytes);
      }
    } finally {
      description.release();
    }
  }

  private void releaseWhenUnreachable() {
    Unreachable.CLEANER.register(this, handle::releaseReference);
  }

  /** Its thread starts with the first view. */
  private static final class Unreachable {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
