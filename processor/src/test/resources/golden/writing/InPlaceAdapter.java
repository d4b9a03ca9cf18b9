package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;

/**
 * Calls {@link InPlace} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class InPlaceAdapter {
  static final MethodContract SCALE = MethodContract.of("InPlace.scale", "n");
  static final ArrayContract SCALE_X =
      ArrayContract.of("x", DType.FLOAT32).shape(Shape.of("n", Axis.named(0))).use(Use.WRITE);
  static final ArrayContract SCALE_RESULT =
      ArrayContract.of("result", DType.FLOAT32).shape(Shape.of("n", Axis.named(0)));

  static final MethodContract CLEAR = MethodContract.of("InPlace.clear");
  static final ArrayContract CLEAR_X =
      ArrayContract.of("x", DType.FLOAT64).use(Use.WRITE_BACK).casting(Casting.SAME_KIND);

  static final MethodContract SORT = MethodContract.of("InPlace.sort");
  static final ArrayContract SORT_X =
      ArrayContract.of("x", DType.FLOAT64)
          .shape(Shape.of("_", Axis.any()))
          .use(Use.WRITE_BACK)
          .javaArray();

  static final MethodContract FIT = MethodContract.of("InPlace.fit", "n");
  static final ArrayContract FIT_X =
      ArrayContract.of("x", DType.FLOAT64).shape(Shape.of("n", Axis.named(0))).use(Use.WRITE_BACK);
  static final ArrayContract FIT_RESULT =
      ArrayContract.of("result", DType.FLOAT64).shape(Shape.of("n", Axis.named(0)));

  private InPlaceAdapter() {}

  /**
   * The same array comes back.
   *
   * @param x float32 {@code [n]}, any strides; written in place
   * @param by passed on
   * @return float32 {@code [n]}
   */
  static Tensor scale(Tensor x, float by) {
    try (Call call = SCALE.begin()) {
      Argument xArgument = call.argument(SCALE_X, PyTorch.describe(x));
      call.check();
      Float32Array result = InPlace.scale(xArgument.as(Float32Array.class), by);
      return PyTorch.tensor(call.result(SCALE_RESULT, result));
    }
  }

  /**
   * The same array comes back.
   *
   * @param x float32 {@code [n]}, any strides; written in place
   * @param by passed on
   * @return float32 {@code [n]}
   */
  static Float32Array scale(Float32Array x, float by) {
    try (Call call = SCALE.begin()) {
      Argument xArgument = call.argument(SCALE_X, NumpyArrays.describe(x));
      call.check();
      Float32Array result = InPlace.scale(xArgument.as(Float32Array.class), by);
      return NumpyArrays.keep(call.result(SCALE_RESULT, result));
    }
  }

  /**
   * Calls {@link InPlace#clear}.
   *
   * @param x float64, any shape, any strides; copied, and copied back at the end
   */
  static void clear(Tensor x) {
    try (Call call = CLEAR.begin()) {
      Argument xArgument = call.argument(CLEAR_X, PyTorch.describe(x));
      call.check();
      InPlace.clear(xArgument.as(Float64Array.class));
      call.complete();
    }
  }

  /**
   * Calls {@link InPlace#clear}.
   *
   * @param x float64, any shape, any strides; copied, and copied back at the end
   */
  static void clear(NumpyArray x) {
    try (Call call = CLEAR.begin()) {
      Argument xArgument = call.argument(CLEAR_X, NumpyArrays.describe(x));
      call.check();
      InPlace.clear(xArgument.as(Float64Array.class));
      call.complete();
    }
  }

  /**
   * Calls {@link InPlace#sort}.
   *
   * @param x float64 {@code [_]}, any strides; copied, and copied back at the end
   * @return what the method returns
   */
  static int sort(Tensor x) {
    try (Call call = SORT.begin()) {
      Argument xArgument = call.argument(SORT_X, PyTorch.describe(x));
      call.check();
      int result = InPlace.sort(xArgument.as(double[].class));
      call.complete();
      return result;
    }
  }

  /**
   * Calls {@link InPlace#sort}.
   *
   * @param x float64 {@code [_]}, any strides; copied, and copied back at the end
   * @return what the method returns
   */
  static int sort(double[] x) {
    try (Call call = SORT.begin()) {
      Argument xArgument = call.argument(SORT_X, NumpyArrays.describe(x, DType.FLOAT64));
      call.check();
      int result = InPlace.sort(xArgument.as(double[].class));
      call.complete();
      return result;
    }
  }

  /**
   * Calls {@link InPlace#fit}.
   *
   * @param x float64 {@code [n]}, any strides; copied, and copied back at the end
   * @return float64 {@code [n]}
   */
  static Tensor fit(Tensor x) {
    try (Call call = FIT.begin()) {
      Argument xArgument = call.argument(FIT_X, PyTorch.describe(x));
      call.check();
      Float64Array result = InPlace.fit(xArgument.as(Float64Array.class));
      call.result(FIT_RESULT, result);
      call.complete();
      return PyTorch.tensor(result);
    }
  }

  /**
   * Calls {@link InPlace#fit}.
   *
   * @param x float64 {@code [n]}, any strides; copied, and copied back at the end
   * @return float64 {@code [n]}
   */
  static Float64Array fit(Float64Array x) {
    try (Call call = FIT.begin()) {
      Argument xArgument = call.argument(FIT_X, NumpyArrays.describe(x));
      call.check();
      Float64Array result = InPlace.fit(xArgument.as(Float64Array.class));
      call.result(FIT_RESULT, result);
      call.complete();
      return NumpyArrays.keep(result);
    }
  }
}
