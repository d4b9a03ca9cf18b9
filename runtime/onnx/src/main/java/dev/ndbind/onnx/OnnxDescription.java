package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Anchor;
import dev.ndbind.call.Invalidation;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.call.Views;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A tensor in the host's memory. Its memory is kept in two ways: what ONNX Runtime has allocated by
 * a reference of this description's own, a buffer by the tensor that was made of it.
 */
final class OnnxDescription extends TensorDescription {
  private final OnnxTensor tensor;
  private final @Nullable Buffer buffer;
  private final long held;
  private boolean released;

  private OnnxDescription(
      OnnxTensor tensor,
      @Nullable Buffer buffer,
      long held,
      DType dtype,
      long address,
      long[] shape,
      long[] byteStrides) {
    super(dtype, address, shape, byteStrides);
    this.tensor = tensor;
    this.buffer = buffer;
    this.held = held;
  }

  /** Describes a tensor, which nobody can close meanwhile: closing needs the same lock. */
  static TensorDescription of(OnnxTensor tensor) {
    synchronized (tensor) {
      if (tensor.isClosed()) {
        return closed("has been closed");
      }
      DType dtype = OnnxTypes.dtype(tensor.getInfo());
      return dtype == null ? refused(OnnxTypes.noArray(tensor.getInfo())) : of(tensor, dtype);
    }
  }

  private static TensorDescription of(OnnxTensor tensor, DType dtype) {
    Buffer buffer = Buffers.of(tensor);
    if (buffer != null && Buffers.isFreed(buffer)) {
      return closed("was made of a buffer whose arena has been closed");
    }
    if (buffer != null && Buffers.isElsewhere(buffer)) {
      return refused("was made of a buffer whose arena is confined to another thread");
    }
    long handle = Internals.handle(tensor);
    if (!OrtApi.isOnHost(handle)) {
      return refused("is on another device; let the session give its results on the CPU");
    }
    return of(tensor, dtype, buffer, handle);
  }

  private static TensorDescription of(
      OnnxTensor tensor, DType dtype, @Nullable Buffer buffer, long handle) {
    long[] shape = tensor.getInfo().getShape();
    long[] byteStrides = strides(shape, dtype.itemsize());
    long address = tensor.getInfo().getNumElements() == 0 ? 0 : OrtApi.address(handle);
    long held = OrtApi.hold(handle);
    return new OnnxDescription(tensor, buffer, held, dtype, address, shape, byteStrides);
  }

  /** Those of C order. */
  private static long[] strides(long[] shape, int itemsize) {
    long[] byteStrides = new long[shape.length];
    long stride = itemsize;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      byteStrides[axis] = stride;
      stride = Math.multiplyExact(stride, Math.max(1, shape[axis]));
    }
    return byteStrides;
  }

  private long bytes() {
    DType dtype = dtype();
    return dtype == null ? 0 : tensor.getInfo().getNumElements() * dtype.itemsize();
  }

  @Override
  public Object tensor() {
    return tensor;
  }

  @Override
  protected String framework() {
    return Onnx.FRAMEWORK;
  }

  @Override
  protected @Nullable String whyReadOnly() {
    return buffer != null && buffer.isReadOnly() ? "it was made of a read-only buffer" : null;
  }

  /** The arena of a buffer that the program made may be closed. */
  @Override
  protected boolean keepsMemory() {
    return buffer == null || tensor.ownsBuffer();
  }

  @Override
  protected long identity() {
    return TensorIds.of(tensor);
  }

  @Override
  protected @Nullable Anchor anchor() {
    return tensor.isClosed() ? null : new Open(new WeakReference<>(tensor));
  }

  /** Does not keep the memory: no other tensor can ever have the number of this one. */
  private record Open(WeakReference<OnnxTensor> tensor) implements Anchor {
    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public boolean isAbandoned() {
      OnnxTensor reachable = tensor.get();
      return reachable == null || reachable.isClosed();
    }

    @Override
    public void release() {}
  }

  @Override
  public void release() {
    if (!released) {
      released = true;
      OrtApi.release(held);
    }
  }

  /** A view that holds the description, which is released when no array reaches it any more. */
  static <A extends NumpyArray> A view(TensorDescription description, Class<A> type) {
    try {
      A view = Views.of(description, type, description);
      ((OnnxDescription) description).releaseWhenUnreachable();
      return view;
    } catch (RuntimeException | Error e) {
      description.release();
      throw e;
    }
  }

  private void releaseWhenUnreachable() {
    long reference = held;
    Unreachable.CLEANER.register(this, () -> OrtApi.release(reference));
  }

  /** Its thread starts with the first view. */
  private static final class Unreachable {
    static final Cleaner CLEANER = Cleaner.create();
  }

  static void invalidate(OnnxTensor tensor) {
    TensorDescription description = of(tensor);
    try {
      if (description instanceof OnnxDescription seen) {
        Invalidation.of(OnnxDescription.class, seen.identity(), seen.address(), seen.bytes());
      } else if (tensor.isClosed()) {
        throw new IllegalStateException("the tensor has been closed");
      }
    } finally {
      description.release();
    }
  }
}
