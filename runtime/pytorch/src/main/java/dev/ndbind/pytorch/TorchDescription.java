package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import dev.ndbind.call.Anchor;
import dev.ndbind.call.TensorDescription;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** A strided tensor, held until the description is released. */
final class TorchDescription extends TensorDescription {
  private static final String RESIZED =
      "is larger than its storage, which was resized; clone() it before that";

  private final Tensor tensor;
  private final Access access;
  private final @Nullable String device;
  private final boolean conjugate;
  private final boolean negative;
  private long handle;

  private TorchDescription(
      Tensor tensor,
      Access access,
      long handle,
      Geometry geometry,
      long address,
      @Nullable String device) {
    super(geometry.dtype(), address, geometry.shape(), geometry.byteStrides());
    this.tensor = tensor;
    this.access = access;
    this.handle = handle;
    this.device = device;
    this.conjugate = geometry.dtype().isComplex() && held().is_conj();
    this.negative = Guards.isSigned(geometry.dtype()) && held().is_neg();
  }

  /** Looks at a tensor through a reference of its own. */
  static TensorDescription of(Tensor tensor, Access access) {
    try {
      long handle = access.hold(tensor);
      return handle == 0 ? closed("has been closed") : of(tensor, access, handle);
    } catch (IllegalStateException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static TensorDescription of(Tensor tensor, Access access, long handle) {
    TensorDescription description = null;
    try {
      description = look(tensor, access, handle);
    } catch (RuntimeException e) { // From LibTorch, for kinds of tensors that are not known here.
      description = refused("cannot be read: " + firstLine(e));
    } finally {
      if (!(description instanceof TorchDescription)) {
        access.release(handle);
      }
    }
    return description;
  }

  private static TensorDescription look(Tensor tensor, Access access, long handle) {
    Probe held = access.at(handle);
    String refusal = Guards.refusal(held);
    if (refusal != null) {
      return refused(refusal);
    }
    DType dtype = TorchTypes.dtype(held);
    return dtype == null
        ? refused(Guards.refusalOfDtype(held))
        : look(tensor, access, handle, held.geometry(dtype));
  }

  private static TensorDescription look(
      Tensor tensor, Access access, long handle, Geometry geometry) {
    Probe held = access.at(handle);
    long address = held.dataAddress();
    String device = Guards.device(held);
    String refusal = refusal(held, geometry, address, device);
    return refusal == null
        ? new TorchDescription(tensor, access, handle, geometry, address, device)
        : refused(refusal);
  }

  private static @Nullable String refusal(
      Probe held, Geometry geometry, long address, @Nullable String device) {
    long offset = held.storage_offset() * geometry.dtype().itemsize();
    boolean hasMemory = address != 0 && address != offset; // Else it is that of nothing.
    String refusal = hasMemory ? null : Guards.refusalWithoutMemory(held);
    if (refusal == null) {
      refusal = Guards.refusal(held, device);
    }
    if (refusal == null) {
      refusal = Guards.refusalOfSign(held, geometry.dtype());
    }
    boolean isWithin =
        device != null
            || geometry.byteSpan() == 0
            || (hasMemory && geometry.byteSpan() <= held.storageBytes() - offset);
    return refusal == null && !isWithin ? RESIZED : refusal;
  }

  private static String firstLine(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }

  /** The tensor as LibTorch has it, to be used at once. */
  private Probe held() {
    return access.at(handle);
  }

  /** Holds the memory described, even if the tensor gets another. */
  TorchMemory memory() {
    return TorchMemory.of(access, handle, address());
  }

  @Override
  public Object tensor() {
    return tensor;
  }

  @Override
  protected String framework() {
    return PyTorch.FRAMEWORK;
  }

  @Override
  protected @Nullable String device() {
    return device;
  }

  @Override
  protected @Nullable String whyReadOnly() {
    return held().is_inference() && !InferenceMode.is_enabled()
        ? "it is an inference tensor, and InferenceMode is off; clone() makes a normal tensor"
        : null;
  }

  @Override
  protected boolean isConjugate() {
    return conjugate;
  }

  @Override
  protected boolean isNegative() {
    return negative;
  }

  @Override
  protected TensorDescription toHost() {
    try (Tensor onHost = held().cpu()) {
      return of(onHost, access);
    }
  }

  /** Memory that is shared until it is written becomes the tensor's own here. */
  @Override
  protected long writableAddress() {
    Pointer pointer = held().data_ptr();
    return pointer == null ? 0 : pointer.address();
  }

  /** Lets {@code backward} refuse to use values that were saved before they were overwritten. */
  @Override
  protected void written() {
    if (!held().is_inference()) { // They have no counter.
      held().unsafeGetTensorImpl().bump_version();
    }
  }

  /** LibTorch's own object, of which there may be several wrappers. */
  @Override
  protected long identity() {
    return held().unsafeGetTensorImpl().address();
  }

  @Override
  protected long version() {
    return held().is_inference() ? UNVERSIONED : held()._version();
  }

  @Override
  protected @Nullable Anchor anchor() {
    return TorchAnchor.of(access, handle, address());
  }

  @Override
  public void release() {
    long held = handle;
    handle = 0;
    if (held != 0) {
      access.release(held);
    }
  }
}
