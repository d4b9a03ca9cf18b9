package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.Math;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Patterns} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class PatternsAdapter {
  static final MethodContract ANY = MethodContract.of("Patterns.any");
  static final ArrayContract ANY_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract SCALAR = MethodContract.of("Patterns.scalar");
  static final ArrayContract SCALAR_X = ArrayContract.of("x", DType.FLOAT32).shape(Shape.of(""));

  static final MethodContract SIZES = MethodContract.of("Patterns.sizes", "n");
  static final ArrayContract SIZES_X =
      ArrayContract.of("x", DType.FLOAT32)
          .shape(Shape.of(
              "3 n _ rows=4 cols=_ n",
              Axis.fixed(3),
              Axis.named(0),
              Axis.any(),
              Axis.fixed(4),
              Axis.any(),
              Axis.named(0)));

  static final MethodContract SEVERAL = MethodContract.of("Patterns.several", "n");
  static final ArrayContract SEVERAL_X =
      ArrayContract.of("x", DType.FLOAT32).shape(Shape.of("... n", Axis.several(), Axis.named(0)));
  static final ArrayContract SEVERAL_Y =
      ArrayContract.of("y", DType.FLOAT32).shape(Shape.of("_ ...", Axis.any(), Axis.several()));

  static final MethodContract RUNS = MethodContract.of("Patterns.runs", "n", "d").runs("batch");
  static final ArrayContract RUNS_X =
      ArrayContract.of("x", DType.FLOAT32)
          .shape(Shape.of("*batch n #d", Axis.run(0), Axis.named(0), Axis.broadcast(1)));
  static final ArrayContract RUNS_Y =
      ArrayContract.of("y", DType.FLOAT32).shape(Shape.of("#d", Axis.broadcast(1)));
  static final ArrayContract RUNS_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("*batch n", Axis.run(0), Axis.named(0)));

  static final MethodContract MATMUL =
      MethodContract.of("Patterns.matmul", "n", "k", "m").runs("batch");
  static final ArrayContract MATMUL_X =
      ArrayContract.of("x", DType.FLOAT32)
          .shape(Shape.of("#*batch n k", Axis.broadcastRun(0), Axis.named(0), Axis.named(1)));
  static final ArrayContract MATMUL_Y =
      ArrayContract.of("y", DType.FLOAT32)
          .shape(Shape.of("#*batch k m", Axis.broadcastRun(0), Axis.named(1), Axis.named(2)));
  static final ArrayContract MATMUL_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("*batch n m", Axis.run(0), Axis.named(0), Axis.named(2)));

  static final MethodContract WINDOWS = MethodContract.of("Patterns.windows", "n", "m", "k");
  static final ArrayContract WINDOWS_X =
      ArrayContract.of("x", DType.FLOAT32)
          .shape(Shape.of(
              "n m 2*n+1 n-(m-1)",
              Axis.named(0),
              Axis.named(1),
              Axis.computed(axes -> Math.addExact(Math.multiplyExact(2, axes.size(0)), 1)),
              Axis.computed(
                  axes -> Math.subtractExact(axes.size(0), Math.subtractExact(axes.size(1), 1)))));
  static final ArrayContract WINDOWS_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of(
              "{k} n*m-1 (n+{k})*2 9999999999",
              Axis.value(2),
              Axis.computed(
                  axes -> Math.subtractExact(Math.multiplyExact(axes.size(0), axes.size(1)), 1)),
              Axis.computed(
                  axes -> Math.multiplyExact(Math.addExact(axes.size(0), axes.size(2)), 2)),
              Axis.fixed(9999999999L)));

  private PatternsAdapter() {}

  /**
   * Calls {@link Patterns#any}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double any(Tensor x) {
    try (Call call = ANY.begin()) {
      Argument xArgument = call.argument(ANY_X, PyTorch.describe(x));
      call.check();
      return Patterns.any(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#any}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double any(TFloat32 x) {
    try (Call call = ANY.begin()) {
      Argument xArgument = call.argument(ANY_X, TensorFlow.describe(x));
      call.check();
      return Patterns.any(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#any}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double any(Float32Array x) {
    try (Call call = ANY.begin()) {
      Argument xArgument = call.argument(ANY_X, NumpyArrays.describe(x));
      call.check();
      return Patterns.any(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#scalar}.
   *
   * @param x float32 {@code []}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double scalar(Tensor x) {
    try (Call call = SCALAR.begin()) {
      Argument xArgument = call.argument(SCALAR_X, PyTorch.describe(x));
      call.check();
      return Patterns.scalar(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#scalar}.
   *
   * @param x float32 {@code []}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double scalar(TFloat32 x) {
    try (Call call = SCALAR.begin()) {
      Argument xArgument = call.argument(SCALAR_X, TensorFlow.describe(x));
      call.check();
      return Patterns.scalar(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#scalar}.
   *
   * @param x float32 {@code []}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double scalar(Float32Array x) {
    try (Call call = SCALAR.begin()) {
      Argument xArgument = call.argument(SCALAR_X, NumpyArrays.describe(x));
      call.check();
      return Patterns.scalar(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#sizes}.
   *
   * @param x float32 {@code [3, n, _, rows=4, cols=_, n]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sizes(Tensor x) {
    try (Call call = SIZES.begin()) {
      Argument xArgument = call.argument(SIZES_X, PyTorch.describe(x));
      call.check();
      return Patterns.sizes(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#sizes}.
   *
   * @param x float32 {@code [3, n, _, rows=4, cols=_, n]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sizes(TFloat32 x) {
    try (Call call = SIZES.begin()) {
      Argument xArgument = call.argument(SIZES_X, TensorFlow.describe(x));
      call.check();
      return Patterns.sizes(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#sizes}.
   *
   * @param x float32 {@code [3, n, _, rows=4, cols=_, n]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sizes(Float32Array x) {
    try (Call call = SIZES.begin()) {
      Argument xArgument = call.argument(SIZES_X, NumpyArrays.describe(x));
      call.check();
      return Patterns.sizes(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#several}.
   *
   * @param x float32 {@code [..., n]}, any strides; borrowed for the call
   * @param y float32 {@code [_, ...]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double several(Tensor x, Tensor y) {
    try (Call call = SEVERAL.begin()) {
      Argument xArgument = call.argument(SEVERAL_X, PyTorch.describe(x));
      Argument yArgument = call.argument(SEVERAL_Y, PyTorch.describe(y));
      call.check();
      return Patterns.several(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#several}.
   *
   * @param x float32 {@code [..., n]}, any strides; borrowed for the call
   * @param y float32 {@code [_, ...]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double several(TFloat32 x, TFloat32 y) {
    try (Call call = SEVERAL.begin()) {
      Argument xArgument = call.argument(SEVERAL_X, TensorFlow.describe(x));
      Argument yArgument = call.argument(SEVERAL_Y, TensorFlow.describe(y));
      call.check();
      return Patterns.several(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#several}.
   *
   * @param x float32 {@code [..., n]}, any strides; borrowed for the call
   * @param y float32 {@code [_, ...]}, any strides; borrowed for the call
   * @return what the method returns
   */
  static double several(Float32Array x, Float32Array y) {
    try (Call call = SEVERAL.begin()) {
      Argument xArgument = call.argument(SEVERAL_X, NumpyArrays.describe(x));
      Argument yArgument = call.argument(SEVERAL_Y, NumpyArrays.describe(y));
      call.check();
      return Patterns.several(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Patterns#runs}.
   *
   * @param x float32 {@code [*batch, n, #d]}, any strides; borrowed for the call
   * @param y float32 {@code [#d]}, any strides; borrowed for the call
   * @return float32 {@code [*batch, n]}
   */
  static Tensor runs(Tensor x, Tensor y) {
    try (Call call = RUNS.begin()) {
      Argument xArgument = call.argument(RUNS_X, PyTorch.describe(x));
      Argument yArgument = call.argument(RUNS_Y, PyTorch.describe(y));
      call.check();
      Float32Array result =
          Patterns.runs(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
      return PyTorch.tensor(call.result(RUNS_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#runs}.
   *
   * @param x float32 {@code [*batch, n, #d]}, any strides; borrowed for the call
   * @param y float32 {@code [#d]}, any strides; borrowed for the call
   * @return float32 {@code [*batch, n]}, copied
   */
  static TFloat32 runs(TFloat32 x, TFloat32 y) {
    try (Call call = RUNS.begin()) {
      Argument xArgument = call.argument(RUNS_X, TensorFlow.describe(x));
      Argument yArgument = call.argument(RUNS_Y, TensorFlow.describe(y));
      call.check();
      Float32Array result =
          Patterns.runs(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
      return TensorFlow.tensor(call.result(RUNS_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#runs}.
   *
   * @param x float32 {@code [*batch, n, #d]}, any strides; borrowed for the call
   * @param y float32 {@code [#d]}, any strides; borrowed for the call
   * @return float32 {@code [*batch, n]}
   */
  static Float32Array runs(Float32Array x, Float32Array y) {
    try (Call call = RUNS.begin()) {
      Argument xArgument = call.argument(RUNS_X, NumpyArrays.describe(x));
      Argument yArgument = call.argument(RUNS_Y, NumpyArrays.describe(y));
      call.check();
      Float32Array result =
          Patterns.runs(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
      return NumpyArrays.keep(call.result(RUNS_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#matmul}.
   *
   * @param x float32 {@code [#*batch, n, k]}, any strides; borrowed for the call
   * @param y float32 {@code [#*batch, k, m]}, any strides; borrowed for the call
   * @return float32 {@code [*batch, n, m]}
   */
  static Tensor matmul(Tensor x, Tensor y) {
    try (Call call = MATMUL.begin()) {
      Argument xArgument = call.argument(MATMUL_X, PyTorch.describe(x));
      Argument yArgument = call.argument(MATMUL_Y, PyTorch.describe(y));
      call.check();
      Float32Array result =
          Patterns.matmul(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
      return PyTorch.tensor(call.result(MATMUL_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#matmul}.
   *
   * @param x float32 {@code [#*batch, n, k]}, any strides; borrowed for the call
   * @param y float32 {@code [#*batch, k, m]}, any strides; borrowed for the call
   * @return float32 {@code [*batch, n, m]}, copied
   */
  static TFloat32 matmul(TFloat32 x, TFloat32 y) {
    try (Call call = MATMUL.begin()) {
      Argument xArgument = call.argument(MATMUL_X, TensorFlow.describe(x));
      Argument yArgument = call.argument(MATMUL_Y, TensorFlow.describe(y));
      call.check();
      Float32Array result =
          Patterns.matmul(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
      return TensorFlow.tensor(call.result(MATMUL_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#matmul}.
   *
   * @param x float32 {@code [#*batch, n, k]}, any strides; borrowed for the call
   * @param y float32 {@code [#*batch, k, m]}, any strides; borrowed for the call
   * @return float32 {@code [*batch, n, m]}
   */
  static Float32Array matmul(Float32Array x, Float32Array y) {
    try (Call call = MATMUL.begin()) {
      Argument xArgument = call.argument(MATMUL_X, NumpyArrays.describe(x));
      Argument yArgument = call.argument(MATMUL_Y, NumpyArrays.describe(y));
      call.check();
      Float32Array result =
          Patterns.matmul(xArgument.as(Float32Array.class), yArgument.as(Float32Array.class));
      return NumpyArrays.keep(call.result(MATMUL_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#windows}.
   *
   * @param x float32 {@code [n, m, 2*n+1, n-(m-1)]}, any strides; borrowed for the call
   * @param k passed on
   * @param unused passed on
   * @return float32 {@code [{k}, n*m-1, (n+{k})*2, 9999999999]}
   */
  static Tensor windows(Tensor x, int k, long unused) {
    try (Call call = WINDOWS.begin()) {
      call.value(2, k);
      Argument xArgument = call.argument(WINDOWS_X, PyTorch.describe(x));
      call.check();
      Float32Array result = Patterns.windows(xArgument.as(Float32Array.class), k, unused);
      return PyTorch.tensor(call.result(WINDOWS_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#windows}.
   *
   * @param x float32 {@code [n, m, 2*n+1, n-(m-1)]}, any strides; borrowed for the call
   * @param k passed on
   * @param unused passed on
   * @return float32 {@code [{k}, n*m-1, (n+{k})*2, 9999999999]}, copied
   */
  static TFloat32 windows(TFloat32 x, int k, long unused) {
    try (Call call = WINDOWS.begin()) {
      call.value(2, k);
      Argument xArgument = call.argument(WINDOWS_X, TensorFlow.describe(x));
      call.check();
      Float32Array result = Patterns.windows(xArgument.as(Float32Array.class), k, unused);
      return TensorFlow.tensor(call.result(WINDOWS_RESULT, result));
    }
  }

  /**
   * Calls {@link Patterns#windows}.
   *
   * @param x float32 {@code [n, m, 2*n+1, n-(m-1)]}, any strides; borrowed for the call
   * @param k passed on
   * @param unused passed on
   * @return float32 {@code [{k}, n*m-1, (n+{k})*2, 9999999999]}
   */
  static Float32Array windows(Float32Array x, int k, long unused) {
    try (Call call = WINDOWS.begin()) {
      call.value(2, k);
      Argument xArgument = call.argument(WINDOWS_X, NumpyArrays.describe(x));
      call.check();
      Float32Array result = Patterns.windows(xArgument.as(Float32Array.class), k, unused);
      return NumpyArrays.keep(call.result(WINDOWS_RESULT, result));
    }
  }
}
