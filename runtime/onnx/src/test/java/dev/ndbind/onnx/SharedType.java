package dev.ndbind.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A dtype that both sides have; elements are read through ONNX Runtime's own getters. */
@SuppressWarnings("ImmutableEnumChecker") // Lambdas without state.
enum SharedType {
  BOOL(9, OnnxJavaType.BOOL, BoolArray.class, (a, i) -> ((BoolArray) a).get(i), 0x0100),
  INT8(3, OnnxJavaType.INT8, Int8Array.class, (a, i) -> ((Int8Array) a).get(i), 0xFF7F80),
  INT16(5, OnnxJavaType.INT16, Int16Array.class, (a, i) -> ((Int16Array) a).get(i), 0x80007FFF),
  INT32(6, OnnxJavaType.INT32, Int32Array.class, (a, i) -> ((Int32Array) a).get(i), 0x80000001L),
  INT64(7, OnnxJavaType.INT64, Int64Array.class, (a, i) -> ((Int64Array) a).get(i), -0x12345678L),
  UINT8(2, OnnxJavaType.UINT8, UInt8Array.class, (a, i) -> ((UInt8Array) a).get(i), 0xFF7F80),
  FLOAT16(
      10,
      OnnxJavaType.FLOAT16,
      Float16Array.class,
      (a, i) -> ((Float16Array) a).get(i),
      0x3C018001),
  BFLOAT16(
      16,
      OnnxJavaType.BFLOAT16,
      BFloat16Array.class,
      (a, i) -> ((BFloat16Array) a).get(i),
      0x3F818001),
  FLOAT32(
      1, OnnxJavaType.FLOAT, Float32Array.class, (a, i) -> ((Float32Array) a).get(i), 0xBF9D70A4L),
  FLOAT64(
      11,
      OnnxJavaType.DOUBLE,
      Float64Array.class,
      (a, i) -> ((Float64Array) a).get(i),
      0xBFF3C0CA428C59FBL);

  interface Getter {
    Object get(NumpyArray array, long... index);
  }

  /** Of {@code TensorProto.DataType}. */
  final int number;

  final OnnxJavaType javaType;
  final Class<? extends NumpyArray> arrayType;
  private final Getter getter;
  private final long pattern;

  SharedType(
      int number,
      OnnxJavaType javaType,
      Class<? extends NumpyArray> arrayType,
      Getter getter,
      long pattern) {
    this.number = number;
    this.javaType = javaType;
    this.arrayType = arrayType;
    this.getter = getter;
    this.pattern = pattern;
  }

  DType dtype() {
    return DType.valueOf(name());
  }

  /** A tensor over direct memory, whose elements differ in the bits of all their bytes. */
  OnnxTensor tensor(long... shape) throws OrtException {
    int size = 1;
    for (long length : shape) {
      size *= (int) length;
    }
    ByteBuffer memory =
        ByteBuffer.allocateDirect(size * javaType.size).order(ByteOrder.nativeOrder());
    for (int i = 0; i < size * javaType.size; i++) {
      memory.put(i, (byte) (pattern >>> (8 * (i % Long.BYTES)) ^ (this == BOOL ? 0 : i / 8)));
    }
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), memory, shape, javaType);
  }

  /** An element as ONNX Runtime sees it; halves are floats. */
  Object inTensor(OnnxTensor tensor, long... index) throws OrtException {
    Object element = tensor.getValue();
    for (long position : index) {
      element = Array.get(element, (int) position);
    }
    return this == UINT8 ? Byte.toUnsignedInt((Byte) element) : element;
  }

  /** An element as the array sees it. */
  Object inArray(NumpyArray array, long... index) {
    return getter.get(array, index);
  }
}
