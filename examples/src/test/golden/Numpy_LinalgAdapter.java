package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float64Array;
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
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.Override;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat64;

/**
 * Calls {@link Numpy.Linalg} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class Numpy_LinalgAdapter implements Numpy.Linalg {
  static final MethodContract SVD = MethodContract.of("Numpy.Linalg.svd", "m", "n", "k");
  static final ArrayContract SVD_A =
      ArrayContract.of("a", DType.FLOAT64).shape(Shape.of("m n", Axis.named(0), Axis.named(1)));
  static final ArrayContract SVD_RESULT_U =
      ArrayContract.of("result.u", DType.FLOAT64)
          .shape(Shape.of("m k", Axis.named(0), Axis.named(2)));
  static final ArrayContract SVD_RESULT_S =
      ArrayContract.of("result.s", DType.FLOAT64).shape(Shape.of("k", Axis.named(2)));
  static final ArrayContract SVD_RESULT_VH =
      ArrayContract.of("result.vh", DType.FLOAT64)
          .shape(Shape.of("k n", Axis.named(2), Axis.named(1)));

  private final Numpy.Linalg target;

  /**
   * Calls the functions of {@code numpy.linalg}.
   *
   * @param python the interpreter that has the module
   */
  Numpy_LinalgAdapter(Python python) {
    this.target = new InPython(python.module("numpy.linalg"));
  }

  /**
   * The singular value decomposition.
   *
   * @param a float64 {@code [m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [m, k]}; {@code s}: float64 {@code [k]}; {@code vh}: float64
   *     {@code [k, n]}
   */
  public Numpy.Svd<Tensor> svd(Tensor a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, PyTorch.describe(a));
      call.check();
      Numpy.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Numpy.Svd<>(
          PyTorch.tensor(result.u()), PyTorch.tensor(result.s()), PyTorch.tensor(result.vh()));
    }
  }

  /**
   * The singular value decomposition.
   *
   * @param a float64 {@code [m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [m, k]}, copied; {@code s}: float64 {@code [k]}, copied;
   *     {@code vh}: float64 {@code [k, n]}, copied
   */
  public Numpy.Svd<TFloat64> svd(TFloat64 a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, TensorFlow.describe(a));
      call.check();
      Numpy.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Numpy.Svd<>(
          TensorFlow.tensor(result.u()),
          TensorFlow.tensor(result.s()),
          TensorFlow.tensor(result.vh()));
    }
  }

  /**
   * The singular value decomposition.
   *
   * @param a float64 {@code [m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [m, k]}; {@code s}: float64 {@code [k]}; {@code vh}: float64
   *     {@code [k, n]}
   */
  public Numpy.Svd<OnnxTensor> svd(OnnxTensor a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, Onnx.describe(a));
      call.check();
      Numpy.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Numpy.Svd<>(
          Onnx.tensor(result.u()), Onnx.tensor(result.s()), Onnx.tensor(result.vh()));
    }
  }

  /**
   * The singular value decomposition.
   *
   * @param a float64 {@code [m, n]}, any strides; borrowed for the call
   * @param fullMatrices passed on
   * @return {@code u}: float64 {@code [m, k]}; {@code s}: float64 {@code [k]}; {@code vh}: float64
   *     {@code [k, n]}
   */
  @Override
  public Numpy.Svd<Float64Array> svd(Float64Array a, boolean fullMatrices) {
    try (Call call = SVD.begin()) {
      Argument aArgument = call.argument(SVD_A, NumpyArrays.describe(a));
      call.check();
      Numpy.Svd<Float64Array> result = target.svd(aArgument.as(Float64Array.class), fullMatrices);
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Numpy.Svd<>(
          NumpyArrays.keep(result.u()),
          NumpyArrays.keep(result.s()),
          NumpyArrays.keep(result.vh()));
    }
  }

  /**
   * Hands each call on to Python.
   */
  private static final class InPython implements Numpy.Linalg {
    private final PythonFunction svd;

    InPython(PythonModule module) {
      this.svd = module.function("svd");
    }

    @Override
    public Numpy.Svd<Float64Array> svd(Float64Array a, boolean fullMatrices) {
      try (PythonObject result = this.svd.call(a, Python.keyword("full_matrices", fullMatrices))) {
        return result.items(3, items ->
            new Numpy.Svd<>(
                items.get(0, object -> object.asArray(Float64Array.class)),
                items.get(1, object -> object.asArray(Float64Array.class)),
                items.get(2, object -> object.asArray(Float64Array.class))));
      }
    }
  }
}
