package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Bridge;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.TensorType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.TensorDescription;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bridge between arrays and ONNX Runtime's tensors. Generated adapters go through {@link
 * #describe} and {@link #tensor}; {@link #view} and {@code tensor} are also for use by hand.
 *
 * <p><b>Which tensors.</b> All of the dtypes that arrays have, always in C order: those made of
 * arrays and buffers, and the results of sessions, whose memory ONNX Runtime's own getters only
 * copy. Refused, each with a way out: strings, and other element types. Sparse tensors, sequences
 * and maps have classes of their own, and do not compile.
 *
 * <p><b>Lifetime.</b> Descriptions and views hold a reference of their own. Closing the tensor, its
 * {@code Result} or the session frees the memory only when the call has returned and the last view
 * is unreachable. This holds for closing on another thread, too. A tensor that was made of a direct
 * buffer uses the buffer's memory, which the buffer's owner must not free: an arena stays open, and
 * pooled buffers stay out of their pool, as long as ONNX Runtime or a view uses the tensor.
 *
 * <p><b>Writing.</b> Tensors can be written in place, unless they were made of a read-only buffer.
 * Who writes a tensor that was made of a direct buffer writes the buffer.
 *
 * <p>All methods may be called from any thread.
 */
@Bridge(
    framework = Onnx.FRAMEWORK,
    order = Order.C,
    device = Device.CPU,
    tensors =
        @TensorType(
            value = OnnxTensor.class,
            dtypes = {
              DType.BOOL,
              DType.INT8,
              DType.INT16,
              DType.INT32,
              DType.INT64,
              DType.UINT8,
              DType.FLOAT16,
              DType.BFLOAT16,
              DType.FLOAT32,
              DType.FLOAT64
            }))
public final class Onnx {
  static final String FRAMEWORK = "ONNX Runtime";

  private Onnx() {}

  /**
   * Describes a tensor for a call, or for {@link dev.ndbind.call.Plan}. This never throws for a
   * tensor that cannot be used: the description tells the call why.
   *
   * <p>The description holds a reference to the tensor's memory until it is {@linkplain
   * TensorDescription#release() released}; a call and a plan do that.
   *
   * @param tensor any tensor, or null
   * @return its description; null for null
   * @throws LinkageError if ONNX Runtime's package is not open to ndbind: where it is a module of
   *     its own making, that needs {@code --add-opens}
   */
  public static @Nullable TensorDescription describe(@Nullable OnnxTensor tensor) {
    return tensor == null ? null : OnnxDescription.of(tensor);
  }

  /**
   * The dtype of a tensor, by which generated code chooses among methods.
   *
   * @param tensor any tensor, or null
   * @return null if there is no tensor, it is closed, or no array class has its dtype
   */
  public static @Nullable DType dtype(@Nullable OnnxTensor tensor) {
    return tensor == null || tensor.isClosed() ? null : OnnxTypes.dtype(tensor.getInfo());
  }

  /**
   * A read-only array over a tensor's own memory. It sees what is written to the tensor later.
   *
   * <p>The array, and everything sliced from it, keeps the memory: also when the tensor, its {@code
   * Result} or the session is closed. The memory is freed when no array reaches it any more. What
   * is not kept is the memory of a buffer whose arena is closed.
   *
   * @param <A> the class of array
   * @param tensor an open tensor
   * @param type the array class of exactly the tensor's dtype, or {@code NumpyArray}
   * @return an array of the same shape
   * @throws ContractException if the tensor cannot be viewed as such an array
   * @throws IllegalStateException if the tensor is closed
   */
  public static <A extends NumpyArray> A view(OnnxTensor tensor, Class<A> type) {
    Objects.requireNonNull(tensor, "tensor");
    return OnnxDescription.view(OnnxDescription.of(tensor), type);
  }

  /**
   * A tensor with the elements of an array.
   *
   * <p>It is the caller's own tensor, the same object, if a method returned the array of a
   * parameter that it writes. It shares the array's memory if that was allocated by ndbind, is
   * writable and in C order: what is written to one is then seen in the other, and the memory is
   * freed when neither array nor tensor reaches it any more. Given to a session as a pinned output,
   * such a tensor makes the session write into the array. In all other cases the elements are
   * copied.
   *
   * <p>This makes the process's {@code OrtEnvironment} if there is none yet. The program that wants
   * one with settings of its own gets it first.
   *
   * @param array a valid array
   * @return a tensor of the same shape and dtype; the caller closes it, but not one of its own
   * @throws ContractException if ONNX Runtime's Java API makes no tensors of this dtype, which is
   *     so for uint16, uint32, uint64 and complex dtypes; if the array has more bytes than a buffer
   *     can have, 2 GiB; or if the elements must be copied, and {@link dev.ndbind.Copies} forbids
   *     it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static OnnxTensor tensor(NumpyArray array) {
    ArrayExport export = ArrayExport.of(Objects.requireNonNull(array, "array"));
    return export.callersTensor() instanceof OnnxTensor own ? own : SharedMemory.tensor(export);
  }

  /**
   * Makes all {@linkplain dev.ndbind.ReuseStore reuse stores} forget the copies of a tensor, and of
   * all that lies in its memory: for a tensor that is written after all, through its buffer or as
   * the pinned output of a session, although a method was promised the contrary.
   *
   * <p>Call it after the write. A call that is converting the tensor at that moment does not have
   * its copy remembered.
   *
   * @param tensor any tensor
   * @throws IllegalStateException if the tensor is closed
   */
  public static void invalidate(OnnxTensor tensor) {
    OnnxDescription.invalidate(Objects.requireNonNull(tensor, "tensor"));
  }
}
