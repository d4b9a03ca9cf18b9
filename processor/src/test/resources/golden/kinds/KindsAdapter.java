package golden;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Float32Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.foreign.MemorySegment;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Calls {@link Kinds} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class KindsAdapter {
  static final MethodContract TYPED = MethodContract.of("Kinds.typed");
  static final ArrayContract TYPED_MASK = ArrayContract.of("mask", DType.BOOL);
  static final ArrayContract TYPED_IMAGE = ArrayContract.of("image", DType.UINT8);
  static final ArrayContract TYPED_WEIGHTS = ArrayContract.of("weights", DType.BFLOAT16);

  static final MethodContract NARROW = MethodContract.of("Kinds.narrow");
  static final ArrayContract NARROW_X = ArrayContract.of("x", DType.INT8);

  static final MethodContract UNTYPED = MethodContract.of("Kinds.untyped");
  static final ArrayContract UNTYPED_ANY = ArrayContract.of("any", DType.BOOL, DType.NUMBER);
  static final ArrayContract UNTYPED_SOME =
      ArrayContract.of("some", DType.FLOAT32, DType.COMPLEX64);
  static final ArrayContract UNTYPED_RESULT = ArrayContract.of("result", DType.BOOL, DType.NUMBER);

  static final MethodContract SEGMENT = MethodContract.of("Kinds.segment", "n");
  static final ArrayContract SEGMENT_DATA =
      ArrayContract.of("data", DType.FLOAT32).shape(Shape.of("n", Axis.named(0))).order(Order.C);

  static final MethodContract JAVA_ARRAYS = MethodContract.of("Kinds.javaArrays", "n");
  static final ArrayContract JAVA_ARRAYS_VECTOR =
      ArrayContract.of("vector", DType.FLOAT32).shape(Shape.of("_", Axis.any())).javaArray();
  static final ArrayContract JAVA_ARRAYS_MATRIX =
      ArrayContract.of("matrix", DType.FLOAT64)
          .shape(Shape.of("_ _", Axis.any(), Axis.any()))
          .javaArray();
  static final ArrayContract JAVA_ARRAYS_MASK =
      ArrayContract.of("mask", DType.BOOL).shape(Shape.of("_", Axis.any())).javaArray();
  static final ArrayContract JAVA_ARRAYS_BYTES =
      ArrayContract.of("bytes", DType.UINT8).shape(Shape.of("n", Axis.named(0))).javaArray();
  static final ArrayContract JAVA_ARRAYS_COUNTS =
      ArrayContract.of("counts", DType.INT64)
          .shape(Shape.of("_", Axis.any()))
          .use(Use.WRITE_BACK)
          .javaArray();

  static final MethodContract ATTRIBUTES = MethodContract.of("Kinds.attributes");
  static final ArrayContract ATTRIBUTES_REMEMBERED =
      ArrayContract.of("remembered", DType.FLOAT32).order(Order.F).reuse(Reuse.VERSION);
  static final ArrayContract ATTRIBUTES_VIEWED =
      ArrayContract.of("viewed", DType.FLOAT32).order(Order.CONTIGUOUS).use(Use.VIEW);
  static final ArrayContract ATTRIBUTES_COPIED =
      ArrayContract.of("copied", DType.FLOAT32).use(Use.COPY).casting(Casting.SAME_KIND);
  static final ArrayContract ATTRIBUTES_ANYWHERE =
      ArrayContract.of("anywhere", DType.FLOAT32)
          .reuse(Reuse.CONSTANT)
          .device(Device.ANY)
          .nullable();

  private KindsAdapter() {}

  /**
   * Calls {@link Kinds#typed}.
   *
   * @param mask bool, any shape, any strides; borrowed for the call
   * @param image uint8, any shape, any strides; borrowed for the call
   * @param weights bfloat16, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double typed(Tensor mask, Tensor image, Tensor weights) {
    try (Call call = TYPED.begin()) {
      Argument maskArgument = call.argument(TYPED_MASK, PyTorch.describe(mask));
      Argument imageArgument = call.argument(TYPED_IMAGE, PyTorch.describe(image));
      Argument weightsArgument = call.argument(TYPED_WEIGHTS, PyTorch.describe(weights));
      call.check();
      return Kinds.typed(
          maskArgument.as(BoolArray.class),
          imageArgument.as(UInt8Array.class),
          weightsArgument.as(BFloat16Array.class));
    }
  }

  /**
   * Calls {@link Kinds#typed}.
   *
   * @param mask bool, any shape, any strides; borrowed for the call
   * @param image uint8, any shape, any strides; borrowed for the call
   * @param weights bfloat16, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double typed(TBool mask, TUint8 image, TBfloat16 weights) {
    try (Call call = TYPED.begin()) {
      Argument maskArgument = call.argument(TYPED_MASK, TensorFlow.describe(mask));
      Argument imageArgument = call.argument(TYPED_IMAGE, TensorFlow.describe(image));
      Argument weightsArgument = call.argument(TYPED_WEIGHTS, TensorFlow.describe(weights));
      call.check();
      return Kinds.typed(
          maskArgument.as(BoolArray.class),
          imageArgument.as(UInt8Array.class),
          weightsArgument.as(BFloat16Array.class));
    }
  }

  /**
   * Calls {@link Kinds#typed}.
   *
   * @param mask bool, any shape, any strides; borrowed for the call
   * @param image uint8, any shape, any strides; borrowed for the call
   * @param weights bfloat16, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double typed(BoolArray mask, UInt8Array image, BFloat16Array weights) {
    try (Call call = TYPED.begin()) {
      Argument maskArgument = call.argument(TYPED_MASK, NumpyArrays.describe(mask));
      Argument imageArgument = call.argument(TYPED_IMAGE, NumpyArrays.describe(image));
      Argument weightsArgument = call.argument(TYPED_WEIGHTS, NumpyArrays.describe(weights));
      call.check();
      return Kinds.typed(
          maskArgument.as(BoolArray.class),
          imageArgument.as(UInt8Array.class),
          weightsArgument.as(BFloat16Array.class));
    }
  }

  /**
   * TensorFlow has no int8.
   *
   * @param x int8, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double narrow(Tensor x) {
    try (Call call = NARROW.begin()) {
      Argument xArgument = call.argument(NARROW_X, PyTorch.describe(x));
      call.check();
      return Kinds.narrow(xArgument.as(Int8Array.class));
    }
  }

  /**
   * TensorFlow has no int8.
   *
   * @param x int8, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double narrow(Int8Array x) {
    try (Call call = NARROW.begin()) {
      Argument xArgument = call.argument(NARROW_X, NumpyArrays.describe(x));
      call.check();
      return Kinds.narrow(xArgument.as(Int8Array.class));
    }
  }

  /**
   * Calls {@link Kinds#untyped}.
   *
   * @param any any dtype, any shape, any strides; borrowed for the call
   * @param some float32 or complex64, any shape, any strides; borrowed for the call
   * @return any dtype, any shape
   */
  static Tensor untyped(Tensor any, Tensor some) {
    try (Call call = UNTYPED.begin()) {
      Argument anyArgument = call.argument(UNTYPED_ANY, PyTorch.describe(any));
      Argument someArgument = call.argument(UNTYPED_SOME, PyTorch.describe(some));
      call.check();
      NumpyArray result =
          Kinds.untyped(anyArgument.as(NumpyArray.class), someArgument.as(NumpyArray.class));
      return PyTorch.tensor(call.result(UNTYPED_RESULT, result));
    }
  }

  /**
   * Calls {@link Kinds#untyped}.
   *
   * @param any any dtype, any shape, any strides; borrowed for the call
   * @param some float32 or complex64, any shape, any strides; borrowed for the call
   * @return any dtype, any shape, copied
   */
  static TType untyped(TType any, TType some) {
    try (Call call = UNTYPED.begin()) {
      Argument anyArgument = call.argument(UNTYPED_ANY, TensorFlow.describe(any));
      Argument someArgument = call.argument(UNTYPED_SOME, TensorFlow.describe(some));
      call.check();
      NumpyArray result =
          Kinds.untyped(anyArgument.as(NumpyArray.class), someArgument.as(NumpyArray.class));
      return TensorFlow.tensor(call.result(UNTYPED_RESULT, result));
    }
  }

  /**
   * Calls {@link Kinds#untyped}.
   *
   * @param any any dtype, any shape, any strides; borrowed for the call
   * @param some float32 or complex64, any shape, any strides; borrowed for the call
   * @return any dtype, any shape
   */
  static NumpyArray untyped(NumpyArray any, NumpyArray some) {
    try (Call call = UNTYPED.begin()) {
      Argument anyArgument = call.argument(UNTYPED_ANY, NumpyArrays.describe(any));
      Argument someArgument = call.argument(UNTYPED_SOME, NumpyArrays.describe(some));
      call.check();
      NumpyArray result =
          Kinds.untyped(anyArgument.as(NumpyArray.class), someArgument.as(NumpyArray.class));
      return NumpyArrays.keep(call.result(UNTYPED_RESULT, result));
    }
  }

  /**
   * Calls {@link Kinds#segment}.
   *
   * @param data float32 {@code [n]}, C order; borrowed for the call if in C order, else copied
   * @return what the method returns
   */
  static double segment(Tensor data) {
    try (Call call = SEGMENT.begin()) {
      Argument dataArgument = call.argument(SEGMENT_DATA, PyTorch.describe(data));
      call.check();
      return Kinds.segment(dataArgument.as(MemorySegment.class));
    }
  }

  /**
   * Calls {@link Kinds#segment}.
   *
   * @param data float32 {@code [n]}, C order; borrowed for the call
   * @return what the method returns
   */
  static double segment(TFloat32 data) {
    try (Call call = SEGMENT.begin()) {
      Argument dataArgument = call.argument(SEGMENT_DATA, TensorFlow.describe(data));
      call.check();
      return Kinds.segment(dataArgument.as(MemorySegment.class));
    }
  }

  /**
   * Calls {@link Kinds#segment}.
   *
   * @param data float32 {@code [n]}, C order; borrowed for the call
   * @return what the method returns
   */
  static double segment(MemorySegment data) {
    try (Call call = SEGMENT.begin()) {
      Argument dataArgument =
          call.argument(SEGMENT_DATA, NumpyArrays.describe(data, DType.FLOAT32));
      call.check();
      return Kinds.segment(dataArgument.as(MemorySegment.class));
    }
  }

  /**
   * Calls {@link Kinds#javaArrays}.
   *
   * @param vector float32 {@code [_]}, any strides; always copied
   * @param matrix float64 {@code [_, _]}, any strides; always copied
   * @param mask bool {@code [_]}, any strides; always copied
   * @param bytes uint8 {@code [n]}, any strides; always copied
   * @param counts int64 {@code [_]}, any strides; copied, and copied back at the end
   * @return what the method returns
   */
  static double[] javaArrays(Tensor vector, Tensor matrix, Tensor mask, Tensor bytes,
      Tensor counts) {
    try (Call call = JAVA_ARRAYS.begin()) {
      Argument vectorArgument = call.argument(JAVA_ARRAYS_VECTOR, PyTorch.describe(vector));
      Argument matrixArgument = call.argument(JAVA_ARRAYS_MATRIX, PyTorch.describe(matrix));
      Argument maskArgument = call.argument(JAVA_ARRAYS_MASK, PyTorch.describe(mask));
      Argument bytesArgument = call.argument(JAVA_ARRAYS_BYTES, PyTorch.describe(bytes));
      Argument countsArgument = call.argument(JAVA_ARRAYS_COUNTS, PyTorch.describe(counts));
      call.check();
      double[] result =
          Kinds.javaArrays(
              vectorArgument.as(float[].class),
              matrixArgument.as(double[][].class),
              maskArgument.as(boolean[].class),
              bytesArgument.as(byte[].class),
              countsArgument.as(long[].class));
      call.complete();
      return result;
    }
  }

  /**
   * Calls {@link Kinds#javaArrays}.
   *
   * @param vector float32 {@code [_]}, any strides; always copied
   * @param matrix float64 {@code [_, _]}, any strides; always copied
   * @param mask bool {@code [_]}, any strides; always copied
   * @param bytes uint8 {@code [n]}, any strides; always copied
   * @param counts int64 {@code [_]}, any strides; copied, and copied back at the end
   * @return what the method returns
   */
  static double[] javaArrays(float[] vector, double[][] matrix, boolean[] mask, byte[] bytes,
      long[] counts) {
    try (Call call = JAVA_ARRAYS.begin()) {
      Argument vectorArgument =
          call.argument(JAVA_ARRAYS_VECTOR, NumpyArrays.describe(vector, DType.FLOAT32));
      Argument matrixArgument =
          call.argument(JAVA_ARRAYS_MATRIX, NumpyArrays.describe(matrix, DType.FLOAT64));
      Argument maskArgument =
          call.argument(JAVA_ARRAYS_MASK, NumpyArrays.describe(mask, DType.BOOL));
      Argument bytesArgument =
          call.argument(JAVA_ARRAYS_BYTES, NumpyArrays.describe(bytes, DType.UINT8));
      Argument countsArgument =
          call.argument(JAVA_ARRAYS_COUNTS, NumpyArrays.describe(counts, DType.INT64));
      call.check();
      double[] result =
          Kinds.javaArrays(
              vectorArgument.as(float[].class),
              matrixArgument.as(double[][].class),
              maskArgument.as(boolean[].class),
              bytesArgument.as(byte[].class),
              countsArgument.as(long[].class));
      call.complete();
      return result;
    }
  }

  /**
   * Calls {@link Kinds#attributes}.
   *
   * @param remembered float32, any shape, F order; borrowed for the call if in F order, else
   *     copied, and the copy kept while the tensor is unchanged
   * @param viewed float32, any shape, C or F order; borrowed for the call, never copied
   * @param copied float32, any shape, any strides; always copied
   * @param anywhere float32, any shape, any strides, on any device; borrowed for the call if on the
   *     host, else copied, and the copy kept; or null
   * @return what the method returns
   */
  static double attributes(Tensor remembered, Tensor viewed, Tensor copied,
      @Nullable Tensor anywhere) {
    try (Call call = ATTRIBUTES.begin()) {
      Argument rememberedArgument =
          call.argument(ATTRIBUTES_REMEMBERED, PyTorch.describe(remembered));
      Argument viewedArgument = call.argument(ATTRIBUTES_VIEWED, PyTorch.describe(viewed));
      Argument copiedArgument = call.argument(ATTRIBUTES_COPIED, PyTorch.describe(copied));
      Argument anywhereArgument = call.argument(ATTRIBUTES_ANYWHERE, PyTorch.describe(anywhere));
      call.check();
      return Kinds.attributes(
          rememberedArgument.as(Float32Array.class),
          viewedArgument.as(Float32Array.class),
          copiedArgument.as(Float32Array.class),
          anywhereArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Kinds#attributes}.
   *
   * @param remembered float32, any shape, F order; borrowed for the call if in F order, else copied
   * @param viewed float32, any shape, C or F order; borrowed for the call, never copied
   * @param copied float32, any shape, any strides; always copied
   * @param anywhere float32, any shape, any strides, on any device; borrowed for the call; or null
   * @return what the method returns
   */
  static double attributes(TFloat32 remembered, TFloat32 viewed, TType copied,
      @Nullable TFloat32 anywhere) {
    try (Call call = ATTRIBUTES.begin()) {
      Argument rememberedArgument =
          call.argument(ATTRIBUTES_REMEMBERED, TensorFlow.describe(remembered));
      Argument viewedArgument = call.argument(ATTRIBUTES_VIEWED, TensorFlow.describe(viewed));
      Argument copiedArgument = call.argument(ATTRIBUTES_COPIED, TensorFlow.describe(copied));
      Argument anywhereArgument = call.argument(ATTRIBUTES_ANYWHERE, TensorFlow.describe(anywhere));
      call.check();
      return Kinds.attributes(
          rememberedArgument.as(Float32Array.class),
          viewedArgument.as(Float32Array.class),
          copiedArgument.as(Float32Array.class),
          anywhereArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Kinds#attributes}.
   *
   * @param remembered float32, any shape, F order; borrowed for the call if in F order, else copied
   * @param viewed float32, any shape, C or F order; borrowed for the call, never copied
   * @param copied float32, any shape, any strides; always copied
   * @param anywhere float32, any shape, any strides, on any device; borrowed for the call; or null
   * @return what the method returns
   */
  static double attributes(Float32Array remembered, Float32Array viewed, NumpyArray copied,
      @Nullable Float32Array anywhere) {
    try (Call call = ATTRIBUTES.begin()) {
      Argument rememberedArgument =
          call.argument(ATTRIBUTES_REMEMBERED, NumpyArrays.describe(remembered));
      Argument viewedArgument = call.argument(ATTRIBUTES_VIEWED, NumpyArrays.describe(viewed));
      Argument copiedArgument = call.argument(ATTRIBUTES_COPIED, NumpyArrays.describe(copied));
      Argument anywhereArgument =
          call.argument(ATTRIBUTES_ANYWHERE, NumpyArrays.describe(anywhere));
      call.check();
      return Kinds.attributes(
          rememberedArgument.as(Float32Array.class),
          viewedArgument.as(Float32Array.class),
          copiedArgument.as(Float32Array.class),
          anywhereArgument.as(Float32Array.class));
    }
  }
}
