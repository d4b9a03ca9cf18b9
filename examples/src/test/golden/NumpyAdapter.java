package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.numpy.PythonModule;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;

/**
 * Calls {@link Numpy} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class NumpyAdapter implements Numpy {
  static final MethodContract MEAN = MethodContract.of("Numpy.mean");
  static final ArrayContract MEAN_A = ArrayContract.of("a", DType.UINT8);
  static final ArrayContract MEAN_RESULT = ArrayContract.of("result", DType.FLOAT64);

  static final MethodContract PERCENTILE = MethodContract.of("Numpy.percentile");
  static final ArrayContract PERCENTILE_A = ArrayContract.of("a", DType.UINT8);
  static final ArrayContract PERCENTILE_RESULT = ArrayContract.of("result", DType.FLOAT64);

  static final MethodContract EINSUM = MethodContract.of("Numpy.einsum", "p", "i", "j");
  static final ArrayContract EINSUM_LEFT =
      ArrayContract.of("left", DType.FLOAT64).shape(Shape.of("p i", Axis.named(0), Axis.named(1)));
  static final ArrayContract EINSUM_RIGHT =
      ArrayContract.of("right", DType.FLOAT64).shape(Shape.of("p j", Axis.named(0), Axis.named(2)));
  static final ArrayContract EINSUM_RESULT =
      ArrayContract.of("result", DType.FLOAT64)
          .shape(Shape.of("i j", Axis.named(1), Axis.named(2)));

  private final Numpy target;

  /**
   * Calls the functions of {@code numpy}.
   *
   * @param python the interpreter that has the module
   */
  NumpyAdapter(Python python) {
    this.target = new InPython(python.module("numpy"));
  }

  /**
   * The mean over some axes.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param axis passed on
   * @return float64, any shape
   */
  public Tensor mean(Tensor a, int[] axis) {
    try (Call call = MEAN.begin()) {
      Argument aArgument = call.argument(MEAN_A, PyTorch.describe(a));
      call.check();
      Float64Array result = target.mean(aArgument.as(UInt8Array.class), axis);
      return PyTorch.tensor(call.result(MEAN_RESULT, result));
    }
  }

  /**
   * The mean over some axes.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param axis passed on
   * @return float64, any shape, copied
   */
  public TFloat64 mean(TUint8 a, int[] axis) {
    try (Call call = MEAN.begin()) {
      Argument aArgument = call.argument(MEAN_A, TensorFlow.describe(a));
      call.check();
      Float64Array result = target.mean(aArgument.as(UInt8Array.class), axis);
      return TensorFlow.tensor(call.result(MEAN_RESULT, result));
    }
  }

  /**
   * The mean over some axes.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param axis passed on
   * @return float64, any shape
   */
  public OnnxTensor mean(OnnxTensor a, int[] axis) {
    try (Call call = MEAN.begin()) {
      Argument aArgument = call.argument(MEAN_A, Onnx.describe(a));
      call.check();
      Float64Array result = target.mean(aArgument.as(UInt8Array.class), axis);
      return Onnx.tensor(call.result(MEAN_RESULT, result));
    }
  }

  /**
   * The mean over some axes.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param axis passed on
   * @return float64, any shape
   */
  @Override
  public Float64Array mean(UInt8Array a, int[] axis) {
    try (Call call = MEAN.begin()) {
      Argument aArgument = call.argument(MEAN_A, NumpyArrays.describe(a));
      call.check();
      Float64Array result = target.mean(aArgument.as(UInt8Array.class), axis);
      return NumpyArrays.keep(call.result(MEAN_RESULT, result));
    }
  }

  /**
   * The value below which that many percent of the elements lie.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param q passed on
   * @param axis passed on
   * @return float64, any shape
   */
  public Tensor percentile(Tensor a, double q, int[] axis) {
    try (Call call = PERCENTILE.begin()) {
      Argument aArgument = call.argument(PERCENTILE_A, PyTorch.describe(a));
      call.check();
      Float64Array result = target.percentile(aArgument.as(UInt8Array.class), q, axis);
      return PyTorch.tensor(call.result(PERCENTILE_RESULT, result));
    }
  }

  /**
   * The value below which that many percent of the elements lie.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param q passed on
   * @param axis passed on
   * @return float64, any shape, copied
   */
  public TFloat64 percentile(TUint8 a, double q, int[] axis) {
    try (Call call = PERCENTILE.begin()) {
      Argument aArgument = call.argument(PERCENTILE_A, TensorFlow.describe(a));
      call.check();
      Float64Array result = target.percentile(aArgument.as(UInt8Array.class), q, axis);
      return TensorFlow.tensor(call.result(PERCENTILE_RESULT, result));
    }
  }

  /**
   * The value below which that many percent of the elements lie.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param q passed on
   * @param axis passed on
   * @return float64, any shape
   */
  public OnnxTensor percentile(OnnxTensor a, double q, int[] axis) {
    try (Call call = PERCENTILE.begin()) {
      Argument aArgument = call.argument(PERCENTILE_A, Onnx.describe(a));
      call.check();
      Float64Array result = target.percentile(aArgument.as(UInt8Array.class), q, axis);
      return Onnx.tensor(call.result(PERCENTILE_RESULT, result));
    }
  }

  /**
   * The value below which that many percent of the elements lie.
   *
   * @param a uint8, any shape, any strides; borrowed for the call
   * @param q passed on
   * @param axis passed on
   * @return float64, any shape
   */
  @Override
  public Float64Array percentile(UInt8Array a, double q, int[] axis) {
    try (Call call = PERCENTILE.begin()) {
      Argument aArgument = call.argument(PERCENTILE_A, NumpyArrays.describe(a));
      call.check();
      Float64Array result = target.percentile(aArgument.as(UInt8Array.class), q, axis);
      return NumpyArrays.keep(call.result(PERCENTILE_RESULT, result));
    }
  }

  /**
   * Einstein's sums, here of the products of columns.
   *
   * @param subscripts passed on
   * @param left float64 {@code [p, i]}, any strides; borrowed for the call
   * @param right float64 {@code [p, j]}, any strides; borrowed for the call
   * @return float64 {@code [i, j]}
   */
  public Tensor einsum(String subscripts, Tensor left, Tensor right) {
    try (Call call = EINSUM.begin()) {
      Argument leftArgument = call.argument(EINSUM_LEFT, PyTorch.describe(left));
      Argument rightArgument = call.argument(EINSUM_RIGHT, PyTorch.describe(right));
      call.check();
      Float64Array result =
          target.einsum(
              subscripts,
              leftArgument.as(Float64Array.class),
              rightArgument.as(Float64Array.class));
      return PyTorch.tensor(call.result(EINSUM_RESULT, result));
    }
  }

  /**
   * Einstein's sums, here of the products of columns.
   *
   * @param subscripts passed on
   * @param left float64 {@code [p, i]}, any strides; borrowed for the call
   * @param right float64 {@code [p, j]}, any strides; borrowed for the call
   * @return float64 {@code [i, j]}, copied
   */
  public TFloat64 einsum(String subscripts, TFloat64 left, TFloat64 right) {
    try (Call call = EINSUM.begin()) {
      Argument leftArgument = call.argument(EINSUM_LEFT, TensorFlow.describe(left));
      Argument rightArgument = call.argument(EINSUM_RIGHT, TensorFlow.describe(right));
      call.check();
      Float64Array result =
          target.einsum(
              subscripts,
              leftArgument.as(Float64Array.class),
              rightArgument.as(Float64Array.class));
      return TensorFlow.tensor(call.result(EINSUM_RESULT, result));
    }
  }

  /**
   * Einstein's sums, here of the products of columns.
   *
   * @param subscripts passed on
   * @param left float64 {@code [p, i]}, any strides; borrowed for the call
   * @param right float64 {@code [p, j]}, any strides; borrowed for the call
   * @return float64 {@code [i, j]}
   */
  public OnnxTensor einsum(String subscripts, OnnxTensor left, OnnxTensor right) {
    try (Call call = EINSUM.begin()) {
      Argument leftArgument = call.argument(EINSUM_LEFT, Onnx.describe(left));
      Argument rightArgument = call.argument(EINSUM_RIGHT, Onnx.describe(right));
      call.check();
      Float64Array result =
          target.einsum(
              subscripts,
              leftArgument.as(Float64Array.class),
              rightArgument.as(Float64Array.class));
      return Onnx.tensor(call.result(EINSUM_RESULT, result));
    }
  }

  /**
   * Einstein's sums, here of the products of columns.
   *
   * @param subscripts passed on
   * @param left float64 {@code [p, i]}, any strides; borrowed for the call
   * @param right float64 {@code [p, j]}, any strides; borrowed for the call
   * @return float64 {@code [i, j]}
   */
  @Override
  public Float64Array einsum(String subscripts, Float64Array left, Float64Array right) {
    try (Call call = EINSUM.begin()) {
      Argument leftArgument = call.argument(EINSUM_LEFT, NumpyArrays.describe(left));
      Argument rightArgument = call.argument(EINSUM_RIGHT, NumpyArrays.describe(right));
      call.check();
      Float64Array result =
          target.einsum(
              subscripts,
              leftArgument.as(Float64Array.class),
              rightArgument.as(Float64Array.class));
      return NumpyArrays.keep(call.result(EINSUM_RESULT, result));
    }
  }

  /**
   * Hands each call on to Python.
   */
  private static final class InPython implements Numpy {
    private final PythonFunction mean;
    private final PythonFunction percentile;
    private final PythonFunction einsum;

    InPython(PythonModule module) {
      this.mean = module.function("mean");
      this.percentile = module.function("percentile");
      this.einsum = module.function("einsum");
    }

    @Override
    public Float64Array mean(UInt8Array a, int[] axis) {
      return this.mean.callArray(Float64Array.class, a, Python.keyword("axis", axis));
    }

    @Override
    public Float64Array percentile(UInt8Array a, double q, int[] axis) {
      return this.percentile.callArray(Float64Array.class, a, q, Python.keyword("axis", axis));
    }

    @Override
    public Float64Array einsum(String subscripts, Float64Array left, Float64Array right) {
      return this.einsum.callArray(Float64Array.class, subscripts, left, right);
    }
  }
}
