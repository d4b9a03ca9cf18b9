package dev.ndbind.pytorch;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Bridge;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.TensorType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Invalidation;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.call.Views;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Connects arrays with the tensors of PyTorch. Generated adapters go through {@link #describe} and
 * {@link #tensor}; {@link #view} and {@code tensor} are also for use by hand.
 *
 * <p><b>Which tensors.</b> Strided tensors of the dtypes that arrays have, with any strides,
 * expanded ones included. Refused, each with a way out: sparse, nested, quantized, meta, zero and
 * oneDNN tensors, undefined ones, other dtypes, and tensors that require gradients while these are
 * recorded, since the results of a method would lose them silently. Conjugate and negative bits are
 * respected: such a tensor is copied where the contract allows a copy.
 *
 * <p><b>Lifetime.</b> During a call ndbind holds a reference of its own to the tensor. {@code
 * close()} on the same tensor is then harmless, whichever thread calls it, as is the garbage
 * collection of its wrapper and the end of a {@code PointerScope}. Not harmless, as for PyTorch's
 * own operations, is what takes the memory away from the tensor itself while it is used: {@code
 * resize_} to a larger size, {@code set_} and {@code set_data}; and {@code close()} on another
 * thread just when the call begins: threads that close need a wrapper each, {@code new Tensor(t)}.
 * A wrapper that only borrows its tensor, such as {@code module.weight()} or what {@code
 * set_requires_grad} returns, needs the lender to live until then.
 *
 * <p><b>Writing.</b> What a method writes counts as an in-place operation: it raises the tensor's
 * version, so that {@code backward} refuses to use values that were overwritten. Inference tensors
 * can be written in {@code InferenceMode} only, as everywhere in PyTorch.
 *
 * <p>All methods may be called from any thread.
 */
@Bridge(
    framework = PyTorch.FRAMEWORK,
    tensors =
        @TensorType(
            value = Tensor.class,
            dtypes = {DType.BOOL, DType.NUMBER}),
    countsWrites = true)
public final class PyTorch {
  static final String FRAMEWORK = "PyTorch";

  private PyTorch() {}

  /**
   * Describes a tensor for a call, or for {@link dev.ndbind.call.Plan}. This never throws for a
   * tensor that cannot be used: the description tells the call why.
   *
   * <p>The description holds a reference to the tensor until it is {@linkplain
   * TensorDescription#release() released}; a call and a plan do that.
   *
   * @param tensor any tensor, or null
   * @return its description; null for null
   */
  public static @Nullable TensorDescription describe(@Nullable Tensor tensor) {
    return tensor == null ? null : TorchDescription.of(tensor, Access.BEST);
  }

  /**
   * The dtype of a tensor, by which generated code chooses among methods.
   *
   * @param tensor any tensor, or null
   * @return null if there is no tensor, it is closed or undefined, or no array class has its dtype
   */
  public static @Nullable DType dtype(@Nullable Tensor tensor) {
    return tensor == null ? null : Access.BEST.dtype(tensor);
  }

  /**
   * A read-only array over a tensor's own memory. It sees what is written to the tensor later.
   *
   * <p>The array, and everything sliced from it, keeps the memory alive: also when the tensor is
   * closed, when the {@code PointerScope} around it ends, or when {@code set_} gives it other
   * memory, which the array then does not see. It is <em>not</em> safe against {@code resize_} to a
   * larger size, which moves the memory under every view of it, PyTorch's own included. The memory
   * is freed when no array reaches it any more.
   *
   * @param <A> the class of array
   * @param tensor a strided tensor in the host's memory without conjugate or negative bit
   * @param type the array class of exactly the tensor's dtype, or {@code NumpyArray}
   * @return an array of the same shape and strides
   * @throws ContractException if the tensor cannot be viewed as such an array
   * @throws IllegalStateException if the tensor is closed
   */
  public static <A extends NumpyArray> A view(Tensor tensor, Class<A> type) {
    TensorDescription seen =
        TorchDescription.of(Objects.requireNonNull(tensor, "tensor"), Access.BEST);
    try {
      return seen instanceof TorchDescription held
          ? keeping(held, type)
          : Views.of(seen, type, tensor);
    } finally {
      seen.release();
    }
  }

  private static <A extends NumpyArray> A keeping(TorchDescription seen, Class<A> type) {
    TorchMemory owner = seen.memory();
    A view = null;
    try {
      view = Views.of(seen, type, owner);
      return view;
    } finally {
      if (view == null) {
        owner.close();
      }
    }
  }

  /**
   * A tensor with the elements of an array.
   *
   * <p>It is the caller's own tensor, the same object, if a method returned the array of a
   * parameter that it writes. It shares the array's memory if that was allocated by ndbind and is
   * writable, and if PyTorch has such strides (no negative ones): what is written to one is then
   * seen in the other, and the memory is freed when neither array nor tensor reaches it any more.
   * Such a tensor cannot be resized to a larger one. In all other cases the elements are copied, in
   * C order, to memory of PyTorch's own.
   *
   * <p>The tensor is the caller's to close, as one that PyTorch made: a {@code PointerScope} that
   * is open closes it.
   *
   * @param array a valid array
   * @return a tensor on the host, of the same shape and dtype, that requires no gradients
   * @throws ContractException if the elements must be copied, and {@link dev.ndbind.Copies} forbids
   *     it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static Tensor tensor(NumpyArray array) {
    ArrayExport export = ArrayExport.of(Objects.requireNonNull(array, "array"));
    if (export.callersTensor() instanceof Tensor own) {
      return own;
    }
    Tensor shared = SharedMemory.tensor(export);
    if (shared != null) {
      return shared;
    }
    return export.copy(
        "PyTorch.tensor",
        FRAMEWORK,
        "its memory or strides cannot be a tensor's",
        () -> copy(array));
  }

  /**
   * Makes all {@linkplain dev.ndbind.ReuseStore reuse stores} forget the copies of a tensor, and of
   * all tensors that lie in its storage. For writes that LibTorch's version counter does not see:
   * through {@code data()}, pointers, indexers and {@code from_blob} aliases, and {@code
   * SGD.step()}.
   *
   * <p>Call it after the write. A call that is converting the tensor at that moment does not have
   * its copy remembered.
   *
   * @param tensor any tensor
   * @throws IllegalStateException if the tensor is closed
   */
  public static void invalidate(Tensor tensor) {
    Access access = Access.BEST;
    long handle = access.hold(Objects.requireNonNull(tensor, "tensor"));
    if (handle == 0) {
      throw new IllegalStateException("the tensor has been closed");
    }
    try {
      invalidate(access.at(handle));
    } finally {
      access.release(handle);
    }
  }

  private static void invalidate(Probe tensor) {
    if (tensor.has_storage()) { // Others are never copied.
      long identity = tensor.identity();
      long first = tensor.dataAddress() - tensor.storage_offset() * tensor.element_size();
      Invalidation.of(TorchDescription.class, identity, first, tensor.storageBytes());
    }
  }

  private static Tensor copy(NumpyArray array) {
    Tensor copy = torch.empty(array.shape(), TorchTypes.options(array.dtype()), null);
    boolean copied = false;
    try {
      copyTo(copy, array);
      copied = true;
      return copy;
    } finally {
      if (!copied) {
        copy.close();
      }
    }
  }

  @SuppressWarnings("restricted") // The tensor's own memory, with its true size.
  private static void copyTo(Tensor target, NumpyArray array) {
    Pointer memory = target.data_ptr();
    if (memory != null) { // It has elements.
      long bytes = array.size() * array.dtype().itemsize();
      array.copyTo(MemorySegment.ofAddress(memory.address()).reinterpret(bytes));
    }
  }
}
