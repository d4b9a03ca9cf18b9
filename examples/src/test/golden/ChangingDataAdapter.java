package dev.ndbind.examples;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
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
import java.lang.String;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link ChangingData} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class ChangingDataAdapter {
  static final MethodContract VIEWED = MethodContract.of("ChangingData.viewed", "n", "m");
  static final ArrayContract VIEWED_MATRIX =
      ArrayContract.of("matrix", DType.FLOAT32)
          .shape(Shape.of("n m", Axis.named(0), Axis.named(1)));

  static final MethodContract COPIED = MethodContract.of("ChangingData.copied", "n", "m");
  static final ArrayContract COPIED_MATRIX =
      ArrayContract.of("matrix", DType.FLOAT32)
          .shape(Shape.of("n m", Axis.named(0), Axis.named(1)))
          .order(Order.F);

  private ChangingDataAdapter() {}

  /**
   * The first row, read through a view.
   *
   * @param matrix float32 {@code [n, m]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static String viewed(Tensor matrix) {
    try (Call call = VIEWED.begin()) {
      Argument matrixArgument = call.argument(VIEWED_MATRIX, PyTorch.describe(matrix));
      call.check();
      return ChangingData.viewed(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read through a view.
   *
   * @param matrix float32 {@code [n, m]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static String viewed(TFloat32 matrix) {
    try (Call call = VIEWED.begin()) {
      Argument matrixArgument = call.argument(VIEWED_MATRIX, TensorFlow.describe(matrix));
      call.check();
      return ChangingData.viewed(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read through a view.
   *
   * @param matrix float32 {@code [n, m]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static String viewed(OnnxTensor matrix) {
    try (Call call = VIEWED.begin()) {
      Argument matrixArgument = call.argument(VIEWED_MATRIX, Onnx.describe(matrix));
      call.check();
      return ChangingData.viewed(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read through a view.
   *
   * @param matrix float32 {@code [n, m]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static String viewed(Float32Array matrix) {
    try (Call call = VIEWED.begin()) {
      Argument matrixArgument = call.argument(VIEWED_MATRIX, NumpyArrays.describe(matrix));
      call.check();
      return ChangingData.viewed(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read from an array in F order: a tensor in C order is copied for it.
   *
   * @param matrix float32 {@code [n, m]}, F order; borrowed for the call if in F order, else copied
   * @return what the method returns
   */
  static String copied(Tensor matrix) {
    try (Call call = COPIED.begin()) {
      Argument matrixArgument = call.argument(COPIED_MATRIX, PyTorch.describe(matrix));
      call.check();
      return ChangingData.copied(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read from an array in F order: a tensor in C order is copied for it.
   *
   * @param matrix float32 {@code [n, m]}, F order; copied, or a view with at most one axis longer
   *     than 1
   * @return what the method returns
   */
  static String copied(TFloat32 matrix) {
    try (Call call = COPIED.begin()) {
      Argument matrixArgument = call.argument(COPIED_MATRIX, TensorFlow.describe(matrix));
      call.check();
      return ChangingData.copied(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read from an array in F order: a tensor in C order is copied for it.
   *
   * @param matrix float32 {@code [n, m]}, F order; copied, or a view with at most one axis longer
   *     than 1
   * @return what the method returns
   */
  static String copied(OnnxTensor matrix) {
    try (Call call = COPIED.begin()) {
      Argument matrixArgument = call.argument(COPIED_MATRIX, Onnx.describe(matrix));
      call.check();
      return ChangingData.copied(matrixArgument.as(Float32Array.class));
    }
  }

  /**
   * The first row, read from an array in F order: a tensor in C order is copied for it.
   *
   * @param matrix float32 {@code [n, m]}, F order; borrowed for the call if in F order, else copied
   * @return what the method returns
   */
  static String copied(Float32Array matrix) {
    try (Call call = COPIED.begin()) {
      Argument matrixArgument = call.argument(COPIED_MATRIX, NumpyArrays.describe(matrix));
      call.check();
      return ChangingData.copied(matrixArgument.as(Float32Array.class));
    }
  }
}
