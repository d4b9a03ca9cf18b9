package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import dev.ndbind.call.Anchor;
import dev.ndbind.call.Geometry;
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
  private final Traits traits;

  /** 0 when it has been released. */
  private long handle;

  private TorchDescription(
      Tensor tensor, long handle, Geometry geometry, long address, Traits traits) {
    super(geometry, address);
    this.tensor = tensor;
    this.handle = handle;
    this.traits = traits;
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
      description = look(tensor, access, access.at(handle), handle);
    } catch (RuntimeException e) { // From LibTorch, for kinds of tensors that are not known here.
      description = refused("cannot be read: " + firstLine(e));
    } finally {
      if (!(description instanceof TorchDescription)) {
        access.release(handle);
      }
    }
    return description;
  }

  private static TensorDescription look(Tensor tensor, Access access, Probe held, long handle) {
    String refusal = Guards.refusal(held);
    if (refusal != null) {
      return refused(refusal);
    }
    DType dtype = TorchTypes.dtype(held);
    if (dtype == null) {
      return refused(Guards.refusalOfDtype(held));
    }
    Geometry geometry = held.geometry(dtype);
    long address = held.dataAddress();
    String device = Guards.device(held);
    refusal = refusal(held, geometry, address, device);
    return refusal == null
        ? new TorchDescription(
            tensor, handle, geometry, address, traits(access, held, dtype, device))
        : refused(refusal);
  }

  private static Traits traits(Access access, Probe held, DType dtype, @Nullable String device) {
    boolean conjugate = dtype.isComplex() && held.is_conj();
    return Traits.of(access, device, conjugate, Guards.isSigned(dtype) && held.is_neg());
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
    long extent = geometry.extent();
    boolean isWithin =
        device != null || extent == 0 || (hasMemory && extent <= held.storageBytes() - offset);
    return refusal == null && !isWithin ? RESIZED : refusal;
  }

  private static String firstLine(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }

  /** The tensor as LibTorch has it, to be used at once. */
  private Probe held() {
    return traits.access().at(handle);
  }

  /** Holds the memory described, even if the tensor gets another. */
  TorchMemory memory() {
    return TorchMemory.of(traits.access(), handle, address());
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
    return traits.device();
  }

  @Override
  protected @Nullable String whyReadOnly() {
    return held().is_inference() && !InferenceMode.is_enabled()
        ? "it is an inference tensor, and InferenceMode is off; clone() makes a normal tensor"
        : null;
  }

  @Override
  protected boolean isConjugate() {
    return traits.conjugate();
  }

  @Override
  protected boolean isNegative() {
    return traits.negative();
  }

  @Override
  protected TensorDescription toHost() {
    try (Tensor onHost = held().cpu()) {
      return of(onHost, traits.access());
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
    return held().identity();
  }

  @Override
  protected long version() {
    Probe held = held();
    return held.is_inference() ? UNVERSIONED : held._version();
  }

  @Override
  protected @Nullable Anchor anchor() {
    return TorchAnchor.of(traits.access(), handle, address());
  }

  @Override
  public void release() {
    long held = handle;
    handle = 0;
    if (held != 0) {
      traits.access().release(held);
    }
  }
}
