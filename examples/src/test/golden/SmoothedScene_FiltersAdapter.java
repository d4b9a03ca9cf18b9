package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
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
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link SmoothedScene.Filters} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class SmoothedScene_FiltersAdapter implements SmoothedScene.Filters {
  static final MethodContract GAUSSIAN_FILTER =
      MethodContract.of("SmoothedScene.Filters.gaussianFilter", "h", "w");
  static final ArrayContract GAUSSIAN_FILTER_INPUT =
      ArrayContract.of("input", DType.FLOAT32).shape(Shape.of("h w", Axis.named(0), Axis.named(1)));
  static final ArrayContract GAUSSIAN_FILTER_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("h w", Axis.named(0), Axis.named(1)));

  private final SmoothedScene.Filters target;

  /**
   * Calls the functions of {@code scipy.ndimage}.
   *
   * @param python the interpreter that has the module
   */
  SmoothedScene_FiltersAdapter(Python python) {
    this.target = new InPython(python.module("scipy.ndimage"));
  }

  /**
   * Smooths by a Gaussian of some standard deviation, in elements.
   *
   * @param input float32 {@code [h, w]}, any strides; borrowed for the call
   * @param sigma passed on
   * @return float32 {@code [h, w]}
   */
  public Tensor gaussianFilter(Tensor input, double sigma) {
    try (Call call = GAUSSIAN_FILTER.begin()) {
      Argument inputArgument = call.argument(GAUSSIAN_FILTER_INPUT, PyTorch.describe(input));
      call.check();
      Float32Array result = target.gaussianFilter(inputArgument.as(Float32Array.class), sigma);
      return PyTorch.tensor(call.result(GAUSSIAN_FILTER_RESULT, result));
    }
  }

  /**
   * Smooths by a Gaussian of some standard deviation, in elements.
   *
   * @param input float32 {@code [h, w]}, any strides; borrowed for the call
   * @param sigma passed on
   * @return float32 {@code [h, w]}, copied
   */
  public TFloat32 gaussianFilter(TFloat32 input, double sigma) {
    try (Call call = GAUSSIAN_FILTER.begin()) {
      Argument inputArgument = call.argument(GAUSSIAN_FILTER_INPUT, TensorFlow.describe(input));
      call.check();
      Float32Array result = target.gaussianFilter(inputArgument.as(Float32Array.class), sigma);
      return TensorFlow.tensor(call.result(GAUSSIAN_FILTER_RESULT, result));
    }
  }

  /**
   * Smooths by a Gaussian of some standard deviation, in elements.
   *
   * @param input float32 {@code [h, w]}, any strides; borrowed for the call
   * @param sigma passed on
   * @return float32 {@code [h, w]}
   */
  public OnnxTensor gaussianFilter(OnnxTensor input, double sigma) {
    try (Call call = GAUSSIAN_FILTER.begin()) {
      Argument inputArgument = call.argument(GAUSSIAN_FILTER_INPUT, Onnx.describe(input));
      call.check();
      Float32Array result = target.gaussianFilter(inputArgument.as(Float32Array.class), sigma);
      return Onnx.tensor(call.result(GAUSSIAN_FILTER_RESULT, result));
    }
  }

  /**
   * Smooths by a Gaussian of some standard deviation, in elements.
   *
   * @param input float32 {@code [h, w]}, any strides; borrowed for the call
   * @param sigma passed on
   * @return float32 {@code [h, w]}
   */
  @Override
  public Float32Array gaussianFilter(Float32Array input, double sigma) {
    try (Call call = GAUSSIAN_FILTER.begin()) {
      Argument inputArgument = call.argument(GAUSSIAN_FILTER_INPUT, NumpyArrays.describe(input));
      call.check();
      Float32Array result = target.gaussianFilter(inputArgument.as(Float32Array.class), sigma);
      return NumpyArrays.keep(call.result(GAUSSIAN_FILTER_RESULT, result));
    }
  }

  /**
   * Hands each call on to Python.
   */
  private static final class InPython implements SmoothedScene.Filters {
    private final PythonFunction gaussian_filter;

    InPython(PythonModule module) {
      this.gaussian_filter = module.function("gaussian_filter");
    }

    @Override
    public Float32Array gaussianFilter(Float32Array input, double sigma) {
      return this.gaussian_filter.callArray(Float32Array.class, input,
          Python.keyword("sigma", sigma));
    }
  }
}
