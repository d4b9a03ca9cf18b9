package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
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
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Distances} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class DistancesAdapter {
  static final MethodContract MEAN = MethodContract.of("Distances.mean", "n", "d");
  static final ArrayContract MEAN_POINTS =
      ArrayContract.of("points", DType.FLOAT32)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)));
  static final ArrayContract MEAN_CENTER =
      ArrayContract.of("center", DType.FLOAT32).shape(Shape.of("d", Axis.named(1)));

  static final MethodContract NORMALIZE = MethodContract.of("Distances.normalize", "n", "d");
  static final ArrayContract NORMALIZE_ROWS =
      ArrayContract.of("rows", DType.FLOAT32)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)))
          .order(Order.C)
          .use(Use.WRITE);

  static final MethodContract GRAM = MethodContract.of("Distances.gram", "n", "d");
  static final ArrayContract GRAM_X =
      ArrayContract.of("x", DType.FLOAT32).shape(Shape.of("n d", Axis.named(0), Axis.named(1)));
  static final ArrayContract GRAM_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("n n", Axis.named(0), Axis.named(0)));

  private DistancesAdapter() {}

  /**
   * Mean distance of the {@code points} to the centre.
   *
   * @param points float32 {@code [n, d]}, any strides; borrowed for the call
   * @param center float32 {@code [d]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double mean(Tensor points, Tensor center) {
    try (Call call = MEAN.begin()) {
      Argument pointsArgument = call.argument(MEAN_POINTS, PyTorch.describe(points));
      Argument centerArgument = call.argument(MEAN_CENTER, PyTorch.describe(center));
      call.check();
      return Distances.mean(
          pointsArgument.as(Float32Array.class), centerArgument.as(Float32Array.class));
    }
  }

  /**
   * Mean distance of the {@code points} to the centre.
   *
   * @param points float32 {@code [n, d]}, any strides; borrowed for the call
   * @param center float32 {@code [d]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double mean(TFloat32 points, TFloat32 center) {
    try (Call call = MEAN.begin()) {
      Argument pointsArgument = call.argument(MEAN_POINTS, TensorFlow.describe(points));
      Argument centerArgument = call.argument(MEAN_CENTER, TensorFlow.describe(center));
      call.check();
      return Distances.mean(
          pointsArgument.as(Float32Array.class), centerArgument.as(Float32Array.class));
    }
  }

  /**
   * Mean distance of the {@code points} to the centre.
   *
   * @param points float32 {@code [n, d]}, any strides; borrowed for the call
   * @param center float32 {@code [d]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double mean(Float32Array points, Float32Array center) {
    try (Call call = MEAN.begin()) {
      Argument pointsArgument = call.argument(MEAN_POINTS, NumpyArrays.describe(points));
      Argument centerArgument = call.argument(MEAN_CENTER, NumpyArrays.describe(center));
      call.check();
      return Distances.mean(
          pointsArgument.as(Float32Array.class), centerArgument.as(Float32Array.class));
    }
  }

  /**
   * Scales every row to unit length, in the caller's memory.
   *
   * @param rows float32 {@code [n, d]}, C order; written in place
   */
  static void normalize(Tensor rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, PyTorch.describe(rows));
      call.check();
      Distances.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Scales every row to unit length, in the caller's memory.
   *
   * @param rows float32 {@code [n, d]}, C order; written in place
   */
  static void normalize(Float32Array rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, NumpyArrays.describe(rows));
      call.check();
      Distances.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Distances#gram}.
   *
   * @param x float32 {@code [n, d]}, any strides; borrowed for the call
   * @return float32 {@code [n, n]}
   */
  static Tensor gram(Tensor x) {
    try (Call call = GRAM.begin()) {
      Argument xArgument = call.argument(GRAM_X, PyTorch.describe(x));
      call.check();
      Float32Array result = Distances.gram(xArgument.as(Float32Array.class));
      return PyTorch.tensor(call.result(GRAM_RESULT, result));
    }
  }

  /**
   * Calls {@link Distances#gram}.
   *
   * @param x float32 {@code [n, d]}, any strides; borrowed for the call
   * @return float32 {@code [n, n]}, copied
   */
  static TFloat32 gram(TFloat32 x) {
    try (Call call = GRAM.begin()) {
      Argument xArgument = call.argument(GRAM_X, TensorFlow.describe(x));
      call.check();
      Float32Array result = Distances.gram(xArgument.as(Float32Array.class));
      return TensorFlow.tensor(call.result(GRAM_RESULT, result));
    }
  }

  /**
   * Calls {@link Distances#gram}.
   *
   * @param x float32 {@code [n, d]}, any strides; borrowed for the call
   * @return float32 {@code [n, n]}
   */
  static Float32Array gram(Float32Array x) {
    try (Call call = GRAM.begin()) {
      Argument xArgument = call.argument(GRAM_X, NumpyArrays.describe(x));
      call.check();
      Float32Array result = Distances.gram(xArgument.as(Float32Array.class));
      return NumpyArrays.keep(call.result(GRAM_RESULT, result));
    }
  }
}
