package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat64;

/**
 * Calls {@link PyTorchView} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class PyTorchViewAdapter {
  static final MethodContract SHOW = MethodContract.of("PyTorchView.show", "n", "m");
  static final ArrayContract SHOW_MATRIX =
      ArrayContract.of("matrix", DType.FLOAT64)
          .shape(Shape.of("n m", Axis.named(0), Axis.named(1)))
          .use(Use.VIEW);

  private PyTorchViewAdapter() {}

  /**
   * Prints the matrix and returns the sum of its elements.
   *
   * @param matrix float64 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static double show(Tensor matrix) {
    try (Call call = SHOW.begin()) {
      Argument matrixArgument = call.argument(SHOW_MATRIX, PyTorch.describe(matrix));
      call.check();
      return PyTorchView.show(matrixArgument.as(Float64Array.class));
    }
  }

  /**
   * Prints the matrix and returns the sum of its elements.
   *
   * @param matrix float64 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static double show(TFloat64 matrix) {
    try (Call call = SHOW.begin()) {
      Argument matrixArgument = call.argument(SHOW_MATRIX, TensorFlow.describe(matrix));
      call.check();
      return PyTorchView.show(matrixArgument.as(Float64Array.class));
    }
  }

  /**
   * Prints the matrix and returns the sum of its elements.
   *
   * @param matrix float64 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static double show(OnnxTensor matrix) {
    try (Call call = SHOW.begin()) {
      Argument matrixArgument = call.argument(SHOW_MATRIX, Onnx.describe(matrix));
      call.check();
      return PyTorchView.show(matrixArgument.as(Float64Array.class));
    }
  }

  /**
   * Prints the matrix and returns the sum of its elements.
   *
   * @param matrix float64 {@code [n, m]}, any strides; borrowed for the call, never copied
   * @return what the method returns
   */
  static double show(Float64Array matrix) {
    try (Call call = SHOW.begin()) {
      Argument matrixArgument = call.argument(SHOW_MATRIX, NumpyArrays.describe(matrix));
      call.check();
      return PyTorchView.show(matrixArgument.as(Float64Array.class));
    }
  }
}
