package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import dev.ndbind.call.Anchor;
import dev.ndbind.call.TensorDescription;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** A strided tensor, held until the description is released. */
final class TorchDescription extends TensorDescription {
  private final Tensor tensor;
  private final HeldTensor held;
  private final @Nullable String device;
  private final long address;
  private final boolean conjugate;
  private final boolean negative;

  private TorchDescription(
      Tensor tensor, HeldTensor held, Geometry geometry, @Nullable String device) {
    super(geometry.dtype(), geometry.address(), geometry.shape(), geometry.byteStrides());
    this.tensor = tensor;
    this.held = held;
    this.device = device;
    this.address = geometry.address();
    this.conjugate = geometry.dtype().isComplex() && held.is_conj();
    this.negative = held.is_neg();
  }

  /** Looks at a tensor through a reference of its own. */
  static TensorDescription of(Tensor tensor) {
    try {
      HeldTensor held = HeldTensor.of(tensor);
      return held == null ? closed("has been closed") : of(tensor, held);
    } catch (IllegalStateException e) {
      return refused("cannot be read: " + e.getMessage());
    }
  }

  private static TensorDescription of(Tensor tensor, HeldTensor held) {
    TensorDescription description = null;
    try {
      description = look(tensor, held);
    } catch (RuntimeException e) { // From LibTorch, for kinds of tensors that are not known here.
      description = refused("cannot be read: " + firstLine(e));
    } finally {
      if (!(description instanceof TorchDescription)) {
        held.close();
      }
    }
    return description;
  }

  private static TensorDescription look(Tensor tensor, HeldTensor held) {
    String refusal = Guards.refusal(held);
    if (refusal != null) {
      return refused(refusal);
    }
    String device = Guards.device(held);
    DType dtype = TorchTypes.dtype(held);
    refusal = Guards.refusal(held, device, dtype);
    return dtype == null || refusal != null
        ? refused(Objects.requireNonNull(refusal))
        : look(tensor, held, Geometry.of(held, dtype), device);
  }

  private static TensorDescription look(
      Tensor tensor, HeldTensor held, Geometry geometry, @Nullable String device) {
    return device == null && !geometry.isWithin(held)
        ? refused("is larger than its storage, which was resized; clone() it before that")
        : new TorchDescription(tensor, held, geometry, device);
  }

  private static String firstLine(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }

  /** A tensor that shares the memory, and keeps it even if this one gets another. */
  Tensor detached() {
    return held.detach();
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
    return held.is_inference() && !InferenceMode.is_enabled()
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
    try (Tensor onHost = held.cpu()) {
      return of(onHost);
    }
  }

  /** Memory that is shared until it is written becomes the tensor's own here. */
  @Override
  protected long writableAddress() {
    Pointer pointer = held.data_ptr();
    return pointer == null ? 0 : pointer.address();
  }

  /** Lets {@code backward} refuse to use values that were saved before they were overwritten. */
  @Override
  protected void written() {
    if (!held.is_inference()) { // They have no counter.
      held.unsafeGetTensorImpl().bump_version();
    }
  }

  /** LibTorch's own object, of which there may be several wrappers. */
  @Override
  protected long identity() {
    return held.unsafeGetTensorImpl().address();
  }

  @Override
  protected long version() {
    return held.is_inference() ? UNVERSIONED : held._version();
  }

  @Override
  protected @Nullable Anchor anchor() {
    return TorchAnchor.of(held, address);
  }

  @Override
  public void release() {
    held.close();
  }
}
