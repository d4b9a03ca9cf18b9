package golden;

import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.String;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;

/**
 * Calls {@link Decompositions} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class DecompositionsAdapter {
  static final MethodContract SVD =
      MethodContract.of("Decompositions.svd", "m", "n", "k").runs("b");
  static final ArrayContract SVD_MATRICES =
      ArrayContract.of("matrices", DType.FLOAT64)
          .shape(Shape.of("*b m n", Axis.run(0), Axis.named(0), Axis.named(1)));
  static final ArrayContract SVD_RESULT_U =
      ArrayContract.of("result.u", DType.FLOAT64)
          .shape(Shape.of("*b m k", Axis.run(0), Axis.named(0), Axis.named(2)));
  static final ArrayContract SVD_RESULT_S =
      ArrayContract.of("result.s", DType.FLOAT64)
          .shape(Shape.of("*b k", Axis.run(0), Axis.named(2)));
  static final ArrayContract SVD_RESULT_VH =
      ArrayContract.of("result.vh", DType.FLOAT64)
          .shape(Shape.of("*b k n", Axis.run(0), Axis.named(2), Axis.named(1)));

  static final MethodContract CLUSTER =
      MethodContract.of("Decompositions.cluster", "n", "d", "count");
  static final ArrayContract CLUSTER_POINTS =
      ArrayContract.of("points", DType.FLOAT64)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)));
  static final ArrayContract CLUSTER_RESULT_CENTERS =
      ArrayContract.of("result.centers", DType.FLOAT64)
          .shape(Shape.of("{count} d", Axis.value(2), Axis.named(1)))
          .order(Order.C);
  static final ArrayContract CLUSTER_RESULT_LABELS =
      ArrayContract.of("result.labels", DType.INT64).shape(Shape.of("n", Axis.named(0)));

  private DecompositionsAdapter() {}

  /**
   * Decomposes matrices.
   *
   * @param matrices float64 {@code [*b, m, n]}, any strides; borrowed for the call
   * @return {@code u}: float64 {@code [*b, m, k]}; {@code s}: float64 {@code [*b, k]}; {@code vh}:
   *     float64 {@code [*b, k, n]}
   */
  public static Decompositions.Svd<Tensor> svd(Tensor matrices) {
    try (Call call = SVD.begin()) {
      Argument matricesArgument = call.argument(SVD_MATRICES, PyTorch.describe(matrices));
      call.check();
      Decompositions.Svd<Float64Array> result =
          Decompositions.svd(matricesArgument.as(Float64Array.class));
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Decompositions.Svd<>(
          PyTorch.tensor(result.u()),
          PyTorch.tensor(result.s()),
          PyTorch.tensor(result.vh()),
          result.rank());
    }
  }

  /**
   * Decomposes matrices.
   *
   * @param matrices float64 {@code [*b, m, n]}, any strides; borrowed for the call
   * @return {@code u}: float64 {@code [*b, m, k]}, copied; {@code s}: float64 {@code [*b, k]},
   *     copied; {@code vh}: float64 {@code [*b, k, n]}, copied
   */
  public static Decompositions.Svd<TFloat64> svd(TFloat64 matrices) {
    try (Call call = SVD.begin()) {
      Argument matricesArgument = call.argument(SVD_MATRICES, TensorFlow.describe(matrices));
      call.check();
      Decompositions.Svd<Float64Array> result =
          Decompositions.svd(matricesArgument.as(Float64Array.class));
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Decompositions.Svd<>(
          TensorFlow.tensor(result.u()),
          TensorFlow.tensor(result.s()),
          TensorFlow.tensor(result.vh()),
          result.rank());
    }
  }

  /**
   * Decomposes matrices.
   *
   * @param matrices float64 {@code [*b, m, n]}, any strides; borrowed for the call
   * @return {@code u}: float64 {@code [*b, m, k]}; {@code s}: float64 {@code [*b, k]}; {@code vh}:
   *     float64 {@code [*b, k, n]}
   */
  public static Decompositions.Svd<Float64Array> svd(Float64Array matrices) {
    try (Call call = SVD.begin()) {
      Argument matricesArgument = call.argument(SVD_MATRICES, NumpyArrays.describe(matrices));
      call.check();
      Decompositions.Svd<Float64Array> result =
          Decompositions.svd(matricesArgument.as(Float64Array.class));
      call.result(SVD_RESULT_U, result.u());
      call.result(SVD_RESULT_S, result.s());
      call.result(SVD_RESULT_VH, result.vh());
      return new Decompositions.Svd<>(
          NumpyArrays.keep(result.u()),
          NumpyArrays.keep(result.s()),
          NumpyArrays.keep(result.vh()),
          result.rank());
    }
  }

  /**
   * Calls {@link Decompositions#cluster}.
   *
   * @param points float64 {@code [n, d]}, any strides; borrowed for the call
   * @param count passed on
   * @return {@code centers}: float64 {@code [{count}, d]}, C order; {@code labels}: int64
   *     {@code [n]}
   */
  static Decompositions.Groups<Tensor, Tensor, String> cluster(Tensor points, int count) {
    try (Call call = CLUSTER.begin()) {
      call.value(2, count);
      Argument pointsArgument = call.argument(CLUSTER_POINTS, PyTorch.describe(points));
      call.check();
      Decompositions.Groups<Float64Array, Int64Array, String> result =
          Decompositions.cluster(pointsArgument.as(Float64Array.class), count);
      call.result(CLUSTER_RESULT_CENTERS, result.centers());
      call.result(CLUSTER_RESULT_LABELS, result.labels());
      return new Decompositions.Groups<>(
          PyTorch.tensor(result.centers()), PyTorch.tensor(result.labels()), result.name());
    }
  }

  /**
   * Calls {@link Decompositions#cluster}.
   *
   * @param points float64 {@code [n, d]}, any strides; borrowed for the call
   * @param count passed on
   * @return {@code centers}: float64 {@code [{count}, d]}, C order, copied; {@code labels}: int64
   *     {@code [n]}, copied
   */
  static Decompositions.Groups<TFloat64, TInt64, String> cluster(TFloat64 points, int count) {
    try (Call call = CLUSTER.begin()) {
      call.value(2, count);
      Argument pointsArgument = call.argument(CLUSTER_POINTS, TensorFlow.describe(points));
      call.check();
      Decompositions.Groups<Float64Array, Int64Array, String> result =
          Decompositions.cluster(pointsArgument.as(Float64Array.class), count);
      call.result(CLUSTER_RESULT_CENTERS, result.centers());
      call.result(CLUSTER_RESULT_LABELS, result.labels());
      return new Decompositions.Groups<>(
          TensorFlow.tensor(result.centers()), TensorFlow.tensor(result.labels()), result.name());
    }
  }

  /**
   * Calls {@link Decompositions#cluster}.
   *
   * @param points float64 {@code [n, d]}, any strides; borrowed for the call
   * @param count passed on
   * @return {@code centers}: float64 {@code [{count}, d]}, C order; {@code labels}: int64
   *     {@code [n]}
   */
  static Decompositions.Groups<Float64Array, Int64Array, String> cluster(Float64Array points,
      int count) {
    try (Call call = CLUSTER.begin()) {
      call.value(2, count);
      Argument pointsArgument = call.argument(CLUSTER_POINTS, NumpyArrays.describe(points));
      call.check();
      Decompositions.Groups<Float64Array, Int64Array, String> result =
          Decompositions.cluster(pointsArgument.as(Float64Array.class), count);
      call.result(CLUSTER_RESULT_CENTERS, result.centers());
      call.result(CLUSTER_RESULT_LABELS, result.labels());
      return new Decompositions.Groups<>(
          NumpyArrays.keep(result.centers()), NumpyArrays.keep(result.labels()), result.name());
    }
  }
}
