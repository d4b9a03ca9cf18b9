package dev.ndbind.tensorflow;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Complex128Array;
import dev.ndbind.Complex64Array;
import dev.ndbind.ContractException;
import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt32Array;
import dev.ndbind.UInt64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Bridge;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.TensorType;
import dev.ndbind.call.TensorDescription;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * The bridge between arrays and TensorFlow's tensors.
 *
 * <p>Generated adapters call it. By hand it serves to look at a tensor without an adapter, {@code
 * TensorFlow.view(t, Float32Array.class)}, and to make a tensor of an array, {@code
 * TensorFlow.tensor(array)}.
 *
 * <p><b>Reading.</b> Dense tensors of bool, uint8, uint16, int32, int64, float16, bfloat16, float32
 * and float64 are seen without a copy. Unsigned ones have their true values, which TensorFlow Java
 * shows as signed. Tensors are read-only: TensorFlow takes them for immutable, and constants of one
 * value share memory throughout the process. A tensor fetched from a reference variable, however,
 * may change when the variable does.
 *
 * <p><b>Lifetime.</b> Descriptions and views hold a reference of their own. Closing the tensor, or
 * the session that it belongs to, frees the memory only when the call has returned and the last
 * view is unreachable; until then the tensor counts as open. This holds for closing on another
 * thread, too.
 *
 * <p><b>Writing.</b> Tensors made of arrays have memory of their own, and belong to the caller, who
 * closes them.
 */
@Bridge(
    framework = TensorFlow.FRAMEWORK,
    writable = false,
    order = Order.C,
    device = Device.CPU,
    adoptsResults = false,
    tensors = {
      @TensorType(value = TBool.class, dtypes = DType.BOOL),
      @TensorType(value = TUint8.class, dtypes = DType.UINT8),
      @TensorType(value = TUint16.class, dtypes = DType.UINT16),
      @TensorType(value = TInt32.class, dtypes = DType.INT32),
      @TensorType(value = TInt64.class, dtypes = DType.INT64),
      @TensorType(value = TFloat16.class, dtypes = DType.FLOAT16),
      @TensorType(value = TBfloat16.class, dtypes = DType.BFLOAT16),
      @TensorType(value = TFloat32.class, dtypes = DType.FLOAT32),
      @TensorType(value = TFloat64.class, dtypes = DType.FLOAT64),
      @TensorType(
          value = TType.class,
          dtypes = {
            DType.BOOL,
            DType.UINT8,
            DType.UINT16,
            DType.INT32,
            DType.INT64,
            DType.FLOAT16,
            DType.BFLOAT16,
            DType.FLOAT32,
            DType.FLOAT64
          })
    })
public final class TensorFlow {
  static final String FRAMEWORK = "TensorFlow";

  private TensorFlow() {}

  /**
   * Describes a tensor. The description holds a reference to the tensor until it is {@linkplain
   * TensorDescription#release() released}, so that nobody can free the memory.
   *
   * <p>The overloads for one dtype are for adapters: if an adapter converted a {@code TFloat32} to
   * a {@code TType}, the JVM would look for both when it links the adapter, and not when a tensor
   * is passed, so that no overload could be used where TensorFlow is missing.
   *
   * @param tensor any tensor, or null
   * @return its description; null for null. No contract accepts that of a sparse or closed tensor,
   *     or of strings
   */
  public static @Nullable TensorDescription describe(@Nullable TType tensor) {
    return tensor == null ? null : TensorFlowDescription.of(tensor);
  }

  /**
   * Describes a tensor of bool.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TBool tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of uint8.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TUint8 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of uint16.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TUint16 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of int32.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TInt32 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of int64.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TInt64 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of float16.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TFloat16 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of bfloat16.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TBfloat16 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of float32.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TFloat32 tensor) {
    return describe((TType) tensor);
  }

  /**
   * Describes a tensor of float64.
   *
   * @param tensor any such tensor, or null
   * @return as {@link #describe(TType)}
   */
  public static @Nullable TensorDescription describe(@Nullable TFloat64 tensor) {
    return describe((TType) tensor);
  }

  /**
   * The dtype of a tensor's elements.
   *
   * @param tensor any tensor, or null
   * @return null for null, and for tensors whose elements no array has
   */
  public static @Nullable DType dtype(@Nullable TType tensor) {
    return tensor == null ? null : TensorFlowTypes.dtype(tensor);
  }

  /**
   * Views a tensor outside a call.
   *
   * <p>The view, and what is sliced from it, stays valid after the tensor has been closed: the
   * memory is freed when neither the tensor nor an array needs it any more.
   *
   * @param <A> the class of array
   * @param tensor a dense tensor
   * @param type the array class of the tensor's dtype, or {@code NumpyArray}
   * @return a read-only array over the tensor's memory
   * @throws ContractException if the tensor has another dtype, is sparse or holds strings
   * @throws IllegalStateException if the tensor has been closed
   */
  public static <A extends NumpyArray> A view(TType tensor, Class<A> type) {
    Objects.requireNonNull(tensor, "tensor");
    return TensorFlowDescription.view(TensorFlowDescription.of(tensor), type);
  }

  /**
   * Makes all {@linkplain dev.ndbind.ReuseStore reuse stores} forget the copies of a tensor. There
   * is a use for it only where a tensor of which a copy was remembered is written after all: one
   * from {@code Tensor.of} that the program fills anew, or a fetched variable.
   *
   * <p>Call it after the write. A call that is converting the tensor at that moment does not have
   * its copy remembered.
   *
   * @param tensor any tensor
   * @throws IllegalStateException if the tensor has been closed
   */
  public static void invalidate(TType tensor) {
    TensorFlowDescription.invalidate(Objects.requireNonNull(tensor, "tensor"));
  }

  /**
   * Makes a tensor of bool, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TBool tensor(BoolArray array) {
    return Filling.tensor(TBool.class, array);
  }

  /**
   * Makes a tensor of uint8, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; TensorFlow Java shows them as signed; the caller
   *     closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TUint8 tensor(UInt8Array array) {
    return Filling.tensor(TUint8.class, array);
  }

  /**
   * Makes a tensor of uint16, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; TensorFlow Java shows them as signed; the caller
   *     closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TUint16 tensor(UInt16Array array) {
    return Filling.tensor(TUint16.class, array);
  }

  /**
   * Makes a tensor of int32, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TInt32 tensor(Int32Array array) {
    return Filling.tensor(TInt32.class, array);
  }

  /**
   * Makes a tensor of int64, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TInt64 tensor(Int64Array array) {
    return Filling.tensor(TInt64.class, array);
  }

  /**
   * Makes a tensor of float16, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TFloat16 tensor(Float16Array array) {
    return Filling.tensor(TFloat16.class, array);
  }

  /**
   * Makes a tensor of bfloat16, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TBfloat16 tensor(BFloat16Array array) {
    return Filling.tensor(TBfloat16.class, array);
  }

  /**
   * Makes a tensor of float32, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TFloat32 tensor(Float32Array array) {
    return Filling.tensor(TFloat32.class, array);
  }

  /**
   * Makes a tensor of float64, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TFloat64 tensor(Float64Array array) {
    return Filling.tensor(TFloat64.class, array);
  }

  /**
   * Makes a tensor of the array's dtype, by one copy.
   *
   * @param array any shape and strides
   * @return a new tensor with the same elements; the caller closes it
   * @throws ContractException if TensorFlow Java has no tensor type of this dtype, which is so for
   *     int8, int16, uint32, uint64 and complex dtypes
   * @throws IllegalStateException if the array is no longer valid
   */
  public static TType tensor(NumpyArray array) {
    return switch (array) {
      case BoolArray typed -> tensor(typed);
      case UInt8Array typed -> tensor(typed);
      case UInt16Array typed -> tensor(typed);
      case Int32Array typed -> tensor(typed);
      case Int64Array typed -> tensor(typed);
      case Float16Array typed -> tensor(typed);
      case BFloat16Array typed -> tensor(typed);
      case Float32Array typed -> tensor(typed);
      case Float64Array typed -> tensor(typed);
      case Int8Array _,
          Int16Array _,
          UInt32Array _,
          UInt64Array _,
          Complex64Array _,
          Complex128Array _ ->
          throw new ContractException(
              "TensorFlow.tensor", List.of("array " + TensorFlowTypes.noTensor(array.dtype())));
    };
  }
}
