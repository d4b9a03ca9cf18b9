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
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Chosen} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class ChosenAdapter {
  static final MethodContract MEAN = MethodContract.of("Chosen.mean");
  static final ArrayContract MEAN_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract SUM = MethodContract.of("Chosen.sum");
  static final ArrayContract SUM_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract EYE = MethodContract.of("Chosen.eye", "n");
  static final ArrayContract EYE_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("n n", Axis.named(0), Axis.named(0)));

  private ChosenAdapter() {}

  /**
   * Calls {@link Chosen#mean}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double mean(Tensor x) {
    try (Call call = MEAN.begin()) {
      Argument xArgument = call.argument(MEAN_X, PyTorch.describe(x));
      call.check();
      return Chosen.mean(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Chosen#mean}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double mean(Float32Array x) {
    try (Call call = MEAN.begin()) {
      Argument xArgument = call.argument(MEAN_X, NumpyArrays.describe(x));
      call.check();
      return Chosen.mean(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Chosen#sum}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(TFloat32 x) {
    try (Call call = SUM.begin()) {
      Argument xArgument = call.argument(SUM_X, TensorFlow.describe(x));
      call.check();
      return Chosen.sum(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Chosen#sum}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Tensor x) {
    try (Call call = SUM.begin()) {
      Argument xArgument = call.argument(SUM_X, PyTorch.describe(x));
      call.check();
      return Chosen.sum(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Chosen#sum}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double sum(Float32Array x) {
    try (Call call = SUM.begin()) {
      Argument xArgument = call.argument(SUM_X, NumpyArrays.describe(x));
      call.check();
      return Chosen.sum(xArgument.as(Float32Array.class));
    }
  }

  /**
   * No tensor goes in, so nothing says which should come out.
   *
   * @param size passed on
   * @return float32 {@code [n, n]}
   */
  static Float32Array eye(int size) {
    try (Call call = EYE.begin()) {
      call.check();
      Float32Array result = Chosen.eye(size);
      return NumpyArrays.keep(call.result(EYE_RESULT, result));
    }
  }
}
