package dev.ndbind.tensorflow;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArray;
import org.tensorflow.ndarray.Shape;
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

/** A dtype that both sides have, with two rows of three values, written and read by TensorFlow. */
@SuppressWarnings("ImmutableEnumChecker") // Lambdas without state, and List.of(...).
enum SharedType {
  BOOL(
      TBool.class,
      BoolArray.class,
      (array, index) -> ((BoolArray) array).get(index),
      List.of(true, false, false, true, true, false)),
  UINT8(
      TUint8.class,
      UInt8Array.class,
      (array, index) -> ((UInt8Array) array).get(index),
      List.of((byte) 0, (byte) 1, (byte) 127, (byte) -128, (byte) -1, (byte) 42)),
  UINT16(
      TUint16.class,
      UInt16Array.class,
      (array, index) -> ((UInt16Array) array).get(index),
      List.of((short) 0, (short) 1, (short) 32767, (short) -32768, (short) -1, (short) 258)),
  INT32(
      TInt32.class,
      Int32Array.class,
      (array, index) -> ((Int32Array) array).get(index),
      List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x01020304, 7)),
  INT64(
      TInt64.class,
      Int64Array.class,
      (array, index) -> ((Int64Array) array).get(index),
      List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 0x0102030405060708L, 7L)),
  FLOAT16(
      TFloat16.class,
      Float16Array.class,
      (array, index) -> ((Float16Array) array).get(index),
      List.of(1.5f, -0f, 65504f, 0x1p-24f, Float.NaN, Float.NEGATIVE_INFINITY)),
  BFLOAT16(
      TBfloat16.class,
      BFloat16Array.class,
      (array, index) -> ((BFloat16Array) array).get(index),
      List.of(1.5f, -0f, 0x1.fep127f, 0x1p-133f, Float.NaN, Float.NEGATIVE_INFINITY)),
  FLOAT32(
      TFloat32.class,
      Float32Array.class,
      (array, index) -> ((Float32Array) array).get(index),
      List.of(1.1f, -0f, Float.MAX_VALUE, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY)),
  FLOAT64(
      TFloat64.class,
      Float64Array.class,
      (array, index) -> ((Float64Array) array).get(index),
      List.of(1.1, -0.0, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY));

  interface Getter {
    Object get(NumpyArray array, long... index);
  }

  final Class<? extends TType> tensorType;
  final Class<? extends NumpyArray> arrayType;
  private final Getter getter;
  private final List<?> values;

  SharedType(
      Class<? extends TType> tensorType,
      Class<? extends NumpyArray> arrayType,
      Getter getter,
      List<?> values) {
    this.tensorType = tensorType;
    this.arrayType = arrayType;
    this.getter = getter;
    this.values = values;
  }

  DType dtype() {
    return DType.valueOf(name());
  }

  /** A tensor of shape (2, 3) whose elements TensorFlow has set. */
  TType tensor() {
    TType tensor = Tensor.of(tensorType, Shape.of(2, 3));
    for (int i = 0; i < values.size(); i++) {
      elements(tensor).setObject(values.get(i), i / 3, i % 3);
    }
    return tensor;
  }

  /** An element as TensorFlow sees it; as unsigned, if it is. */
  Object inTensor(TType tensor, long... index) {
    return unsigned().apply(elements(tensor).getObject(index));
  }

  /** An element as the array sees it. */
  Object inArray(NumpyArray array, long... index) {
    return getter.get(array, index);
  }

  @SuppressWarnings("unchecked") // Every dense tensor is an NdArray of its boxed elements.
  private static NdArray<Object> elements(TType tensor) {
    return (NdArray<Object>) tensor;
  }

  private UnaryOperator<Object> unsigned() {
    return switch (this) {
      case UINT8 -> value -> Byte.toUnsignedInt((Byte) value);
      case UINT16 -> value -> Short.toUnsignedInt((Short) value);
      default -> UnaryOperator.identity();
    };
  }
}
