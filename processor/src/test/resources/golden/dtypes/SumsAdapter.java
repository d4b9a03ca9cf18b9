package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.Dispatch;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * Calls {@link Sums} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class SumsAdapter {
  static final MethodContract SUM_FLOAT32 = MethodContract.of("Sums.sum");
  static final ArrayContract SUM_FLOAT32_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract SUM_FLOAT64 = MethodContract.of("Sums.sum");
  static final ArrayContract SUM_FLOAT64_X = ArrayContract.of("x", DType.FLOAT64);

  static final MethodContract AXPY_FLOAT32 = MethodContract.of("Sums.axpy");
  static final ArrayContract AXPY_FLOAT32_X = ArrayContract.of("x", DType.FLOAT32);
  static final ArrayContract AXPY_FLOAT32_Y = ArrayContract.of("y", DType.FLOAT32);

  static final MethodContract AXPY_FLOAT64 = MethodContract.of("Sums.axpy");
  static final ArrayContract AXPY_FLOAT64_X = ArrayContract.of("x", DType.FLOAT64);
  static final ArrayContract AXPY_FLOAT64_Y = ArrayContract.of("y", DType.FLOAT64);

  static final MethodContract MEAN = MethodContract.of("Sums.mean");
  static final ArrayContract MEAN_X = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);

  static final MethodContract COUNT = MethodContract.of("Sums.count");
  static final ArrayContract COUNT_X = ArrayContract.of("x", DType.BOOL, DType.INTEGER);
  static final ArrayContract COUNT_WEIGHTS = ArrayContract.of("weights", DType.INT64);

  private SumsAdapter() {}

  /**
   * Adds all elements.
   *
   * <p>The method is chosen by dtype; {@code x: float32 or float64}.
   *
   * @param x float32, any shape, any strides; borrowed for the call; or float64, any shape, any
   *     strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Tensor x) throws IOException {
    DType xType = PyTorch.dtype(x);
    if (xType == DType.FLOAT32) {
      return sumFloat32(x);
    }
    if (xType == DType.FLOAT64) {
      return sumFloat64(x);
    }
    throw Dispatch.noMatch("Sums.sum", "x: float32 or float64", xType);
  }

  /**
   * Adds all elements.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(TFloat32 x) {
    try (Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, TensorFlow.describe(x));
      call.check();
      return Sums.sum(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Adds all elements.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Float32Array x) {
    try (Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, NumpyArrays.describe(x));
      call.check();
      return Sums.sum(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Sums#sum}.
   *
   * @param x float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(TFloat64 x) throws IOException {
    try (Call call = SUM_FLOAT64.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT64_X, TensorFlow.describe(x));
      call.check();
      return Sums.sum(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Sums#sum}.
   *
   * @param x float64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Float64Array x) throws IOException {
    try (Call call = SUM_FLOAT64.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT64_X, NumpyArrays.describe(x));
      call.check();
      return Sums.sum(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Sums#axpy}.
   *
   * <p>The method is chosen by dtype; {@code (x, y): (float32, float32) or (float64, float64)}.
   *
   * @param a passed on
   * @param x float32, any shape, any strides; borrowed for the call; or float64, any shape, any
   *     strides; borrowed for the call
   * @param y float32, any shape, any strides; borrowed for the call; or float64, any shape, any
   *     strides; borrowed for the call
   */
  static void axpy(double a, Tensor x, Tensor y) {
    DType xType = PyTorch.dtype(x);
    DType yType = PyTorch.dtype(y);
    if (xType == DType.FLOAT32 && yType == DType.FLOAT32) {
      axpyFloat32(a, x, y);
      return;
    }
    if (xType == DType.FLOAT64 && yType == DType.FLOAT64) {
      axpyFloat64(a, x, y);
      return;
    }
    throw Dispatch.noMatch(
        "Sums.axpy", "(x, y): (float32, float32) or (float64, float64)", xType, yType);
  }

  /**
   * Calls {@link Sums#axpy}.
   *
   * @param a passed on
   * @param x float32, any shape, any strides; borrowed for the call
   * @param y float32, any shape, any strides; borrowed for the call
   */
  static void axpy(double a, TFloat32 x, TFloat32 y) {
    try (Call call = AXPY_FLOAT32.begin()) {
      Argument xArgument = call.argument(AXPY_FLOAT32_X, TensorFlow.describe(x));
      Argument yArgument = call.argument(AXPY_FLOAT32_Y, TensorFlow.describe(y));
      call.check();
      Sums.axpy(a, xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Sums#axpy}.
   *
   * @param a passed on
   * @param x float32, any shape, any strides; borrowed for the call
   * @param y float32, any shape, any strides; borrowed for the call
   */
  static void axpy(double a, Float32Array x, Float32Array y) {
    try (Call call = AXPY_FLOAT32.begin()) {
      Argument xArgument = call.argument(AXPY_FLOAT32_X, NumpyArrays.describe(x));
      Argument yArgument = call.argument(AXPY_FLOAT32_Y, NumpyArrays.describe(y));
      call.check();
      Sums.axpy(a, xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Sums#axpy}.
   *
   * @param a passed on
   * @param x float64, any shape, any strides; borrowed for the call
   * @param y float64, any shape, any strides; borrowed for the call
   */
  static void axpy(double a, TFloat64 x, TFloat64 y) {
    try (Call call = AXPY_FLOAT64.begin()) {
      Argument xArgument = call.argument(AXPY_FLOAT64_X, TensorFlow.describe(x));
      Argument yArgument = call.argument(AXPY_FLOAT64_Y, TensorFlow.describe(y));
      call.check();
      Sums.axpy(a, xArgument.as(Float64Array.class), yArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Sums#axpy}.
   *
   * @param a passed on
   * @param x float64, any shape, any strides; borrowed for the call
   * @param y float64, any shape, any strides; borrowed for the call
   */
  static void axpy(double a, Float64Array x, Float64Array y) {
    try (Call call = AXPY_FLOAT64.begin()) {
      Argument xArgument = call.argument(AXPY_FLOAT64_X, NumpyArrays.describe(x));
      Argument yArgument = call.argument(AXPY_FLOAT64_Y, NumpyArrays.describe(y));
      call.check();
      Sums.axpy(a, xArgument.as(Float64Array.class), yArgument.as(Float64Array.class));
    }
  }

  /**
   * Integers are cast, so that TensorFlow needs the type that holds all of them.
   *
   * @param x float64, any shape, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static double mean(Tensor x) {
    try (Call call = MEAN.begin()) {
      Argument xArgument = call.argument(MEAN_X, PyTorch.describe(x));
      call.check();
      return Sums.mean(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Integers are cast, so that TensorFlow needs the type that holds all of them.
   *
   * @param x float64, any shape, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static double mean(TType x) {
    try (Call call = MEAN.begin()) {
      Argument xArgument = call.argument(MEAN_X, TensorFlow.describe(x));
      call.check();
      return Sums.mean(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Integers are cast, so that TensorFlow needs the type that holds all of them.
   *
   * @param x float64, any shape, any strides; borrowed for the call if float64, else copied
   * @return what the method returns
   */
  static double mean(NumpyArray x) {
    try (Call call = MEAN.begin()) {
      Argument xArgument = call.argument(MEAN_X, NumpyArrays.describe(x));
      call.check();
      return Sums.mean(xArgument.as(Float64Array.class));
    }
  }

  /**
   * Calls {@link Sums#count}.
   *
   * @param x bool or integer, any shape, any strides; borrowed for the call
   * @param weights int64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static long count(Tensor x, Tensor weights) {
    try (Call call = COUNT.begin()) {
      Argument xArgument = call.argument(COUNT_X, PyTorch.describe(x));
      Argument weightsArgument = call.argument(COUNT_WEIGHTS, PyTorch.describe(weights));
      call.check();
      return Sums.count(xArgument.as(NumpyArray.class), weightsArgument.as(Int64Array.class));
    }
  }

  /**
   * Calls {@link Sums#count}.
   *
   * @param x bool or integer, any shape, any strides; borrowed for the call
   * @param weights int64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static long count(TType x, TInt64 weights) {
    try (Call call = COUNT.begin()) {
      Argument xArgument = call.argument(COUNT_X, TensorFlow.describe(x));
      Argument weightsArgument = call.argument(COUNT_WEIGHTS, TensorFlow.describe(weights));
      call.check();
      return Sums.count(xArgument.as(NumpyArray.class), weightsArgument.as(Int64Array.class));
    }
  }

  /**
   * Calls {@link Sums#count}.
   *
   * @param x bool or integer, any shape, any strides; borrowed for the call
   * @param weights int64, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static long count(NumpyArray x, Int64Array weights) {
    try (Call call = COUNT.begin()) {
      Argument xArgument = call.argument(COUNT_X, NumpyArrays.describe(x));
      Argument weightsArgument = call.argument(COUNT_WEIGHTS, NumpyArrays.describe(weights));
      call.check();
      return Sums.count(xArgument.as(NumpyArray.class), weightsArgument.as(Int64Array.class));
    }
  }

  private static double sumFloat32(Tensor x) {
    try (Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, PyTorch.describe(x));
      call.check();
      return Sums.sum(xArgument.as(Float32Array.class));
    }
  }

  private static double sumFloat64(Tensor x) throws IOException {
    try (Call call = SUM_FLOAT64.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT64_X, PyTorch.describe(x));
      call.check();
      return Sums.sum(xArgument.as(Float64Array.class));
    }
  }

  private static void axpyFloat32(double a, Tensor x, Tensor y) {
    try (Call call = AXPY_FLOAT32.begin()) {
      Argument xArgument = call.argument(AXPY_FLOAT32_X, PyTorch.describe(x));
      Argument yArgument = call.argument(AXPY_FLOAT32_Y, PyTorch.describe(y));
      call.check();
      Sums.axpy(a, xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
    }
  }

  private static void axpyFloat64(double a, Tensor x, Tensor y) {
    try (Call call = AXPY_FLOAT64.begin()) {
      Argument xArgument = call.argument(AXPY_FLOAT64_X, PyTorch.describe(x));
      Argument yArgument = call.argument(AXPY_FLOAT64_Y, PyTorch.describe(y));
      call.check();
      Sums.axpy(a, xArgument.as(Float64Array.class), yArgument.as(Float64Array.class));
    }
  }
}
