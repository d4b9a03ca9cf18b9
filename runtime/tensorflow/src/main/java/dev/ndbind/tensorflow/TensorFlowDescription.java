package dev.ndbind.tensorflow;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Anchor;
import dev.ndbind.call.Geometries;
import dev.ndbind.call.Geometry;
import dev.ndbind.call.Invalidation;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.call.Views;
import java.lang.ref.Cleaner;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.RawTensor;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TType;

/** A dense tensor, with a reference to it that is this description's own. */
final class TensorFlowDescription extends TensorDescription {
  private static final ThreadLocal<Geometries> GEOMETRIES =
      ThreadLocal.withInitial(Geometries::new);

  private final TType tensor;

  /** Null when it has been released. */
  private @Nullable TF_Tensor handle;

  private TensorFlowDescription(TType tensor, TF_Tensor handle, Geometry geometry, long address) {
    super(geometry, address);
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
    Geometry geometry = geometry(raw.shape(), dtype);
    TF_Tensor handle = Handles.retain(raw);
    if (handle == null) {
      return closed("has been closed");
    }
    long address = geometry.extent() == 0 ? 0 : address(raw, handle);
    return new TensorFlowDescription(tensor, handle, geometry, address);
  }

  /** In C order, as all tensors are. */
  private static Geometry geometry(Shape shape, DType dtype) {
    Geometries geometries = GEOMETRIES.get();
    int rank = shape.numDimensions();
    long[] sizes = geometries.sizes(rank);
    long[] byteStrides = geometries.byteStrides();
    long stride = dtype.itemsize();
    for (int axis = rank - 1; axis >= 0; axis--) {
      sizes[axis] = shape.get(axis);
      byteStrides[axis] = stride;
      stride = Math.multiplyExact(stride, Math.max(1, sizes[axis]));
    }
    return geometries.find(dtype, rank);
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
    TF_Tensor held = handle;
    handle = null;
    if (held != null) {
      held.releaseReference();
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
    TF_Tensor held = Objects.requireNonNull(handle, "not yet released");
    Unreachable.CLEANER.register(this, held::releaseReference);
  }

  /** Its thread starts with the first view. */
  private static final class Unreachable {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
