package golden;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.Dispatch;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.onnx.Onnx;
import javax.annotation.processing.Generated;

/**
 * Calls {@link Pooling} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class PoolingAdapter {
  static final MethodContract POOL = MethodContract.of("Pooling.pool", "b", "t", "d");
  static final ArrayContract POOL_HIDDEN =
      ArrayContract.of("hidden", DType.FLOAT32)
          .shape(Shape.of("b t d", Axis.named(0), Axis.named(1), Axis.named(2)))
          .order(Order.C);
  static final ArrayContract POOL_MASK =
      ArrayContract.of("mask", DType.INT64).shape(Shape.of("b t", Axis.named(0), Axis.named(1)));
  static final ArrayContract POOL_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("b d", Axis.named(0), Axis.named(2)));

  static final MethodContract NORMALIZE = MethodContract.of("Pooling.normalize", "n", "d");
  static final ArrayContract NORMALIZE_ROWS =
      ArrayContract.of("rows", DType.FLOAT32)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)))
          .order(Order.C)
          .use(Use.WRITE);

  static final MethodContract SUM_FLOAT32 = MethodContract.of("Pooling.sum");
  static final ArrayContract SUM_FLOAT32_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract SUM_FLOAT64 = MethodContract.of("Pooling.sum");
  static final ArrayContract SUM_FLOAT64_X = ArrayContract.of("x", DType.FLOAT64);

  static final MethodContract COLUMNS = MethodContract.of("Pooling.columns", "n", "d");
  static final ArrayContract COLUMNS_X =
      ArrayContract.of("x", DType.FLOAT64)
          .shape(Shape.of("n d", Axis.named(0), Axis.named(1)))
          .order(Order.F)
          .casting(Casting.SAFE);

  private PoolingAdapter() {}

  /**
   * Calls {@link Pooling#pool}.
   *
   * @param hidden float32 {@code [b, t, d]}, C order; borrowed for the call
   * @param mask int64 {@code [b, t]}, any strides; borrowed for the call
   * @return float32 {@code [b, d]}
   */
  static OnnxTensor pool(OnnxTensor hidden, OnnxTensor mask) {
    try (Call call = POOL.begin()) {
      Argument hiddenArgument = call.argument(POOL_HIDDEN, Onnx.describe(hidden));
      Argument maskArgument = call.argument(POOL_MASK, Onnx.describe(mask));
      call.check();
      Float32Array result =
          Pooling.pool(hiddenArgument.as(Float32Array.class), maskArgument.as(Int64Array.class));
      return Onnx.tensor(call.result(POOL_RESULT, result));
    }
  }

  /**
   * Calls {@link Pooling#pool}.
   *
   * @param hidden float32 {@code [b, t, d]}, C order; borrowed for the call if in C order, else
   *     copied
   * @param mask int64 {@code [b, t]}, any strides; borrowed for the call
   * @return float32 {@code [b, d]}
   */
  static Float32Array pool(Float32Array hidden, Int64Array mask) {
    try (Call call = POOL.begin()) {
      Argument hiddenArgument = call.argument(POOL_HIDDEN, NumpyArrays.describe(hidden));
      Argument maskArgument = call.argument(POOL_MASK, NumpyArrays.describe(mask));
      call.check();
      Float32Array result =
          Pooling.pool(hiddenArgument.as(Float32Array.class), maskArgument.as(Int64Array.class));
      return NumpyArrays.keep(call.result(POOL_RESULT, result));
    }
  }

  /**
   * Calls {@link Pooling#normalize}.
   *
   * @param rows float32 {@code [n, d]}, C order; written in place
   */
  static void normalize(OnnxTensor rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, Onnx.describe(rows));
      call.check();
      Pooling.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Pooling#normalize}.
   *
   * @param rows float32 {@code [n, d]}, C order; written in place
   */
  static void normalize(Float32Array rows) {
    try (Call call = NORMALIZE.begin()) {
      Argument rowsArgument = call.argument(NORMALIZE_ROWS, NumpyArrays.describe(rows));
      call.check();
      Pooling.normalize(rowsArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Pooling#sum}.
   *
   * <p>The method is chosen by dtype; {@code x: float32 or float64}.
   *
   * @param x float32, any shape, any strides; borrowed for the call; or float64, any shape, any
   *     strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(OnnxTensor x) {
    DType xType = Onnx.dtype(x);
    if (xType == DType.FLOAT32) {
      return sumFloat32(x);
    }
    if (xType == DType.FLOAT64) {
      return sumFloat64(x);
    }
    throw Dispatch.noMatch("Pooling.sum", "x: float32 or float64", xType);
  }

  /**
   * Calls {@link Pooling#sum}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Float32Array x) {
    try (Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, NumpyArrays.describe(x));
      call.check();
      return Pooling.sum(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Pooling#sum}.
   *
   * @param x float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Float64Array x) {
    try (Call call = SUM_FLOAT64.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT64_X, NumpyArrays.describe(x));
      call.check();
      return Pooling.sum(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Pooling#columns}.
   *
   * @param x float64 {@code [n, d]}, F order; copied, or a view float64 with at most one axis
   *     longer than 1
   * @return what the method returns
   */
  static double columns(OnnxTensor x) {
    try (Call call = COLUMNS.begin()) {
      Argument xArgument = call.argument(COLUMNS_X, Onnx.describe(x));
      call.check();
      return Pooling.columns(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Pooling#columns}.
   *
   * @param x float64 {@code [n, d]}, F order; borrowed for the call if float64 in F order, else
   *     copied
   * @return what the method returns
   */
  static double columns(NumpyArray x) {
    try (Call call = COLUMNS.begin()) {
      Argument xArgument = call.argument(COLUMNS_X, NumpyArrays.describe(x));
      call.check();
      return Pooling.columns(xArgument.as(Float64Array.class));
    }
  }

  private static double sumFloat32(OnnxTensor x) {
    try (Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, Onnx.describe(x));
      call.check();
      return Pooling.sum(xArgument.as(Float32Array.class));
    }
  }

  private static double sumFloat64(OnnxTensor x) {
    try (Call call = SUM_FLOAT64.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT64_X, Onnx.describe(x));
      call.check();
      return Pooling.sum(xArgument.as(Float64Array.class));
    }
  }
}
