package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
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
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * Calls {@link Filter} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
public final class FilterAdapter {
  static final MethodContract SMOOTH = MethodContract.of("Filter.smooth", "t");
  static final ArrayContract SMOOTH_SIGNAL =
      ArrayContract.of("signal", DType.FLOAT64).shape(Shape.of("t", Axis.named(0)));
  static final ArrayContract SMOOTH_RESULT =
      ArrayContract.of("result", DType.FLOAT64).shape(Shape.of("t", Axis.named(0)));

  static final MethodContract ENERGY = MethodContract.of("Filter.energy");
  static final ArrayContract ENERGY_SIGNAL = ArrayContract.of("signal", DType.FLOAT32);

  static final MethodContract RESET = MethodContract.of("Filter.reset");
  static final ArrayContract RESET_STATE = ArrayContract.of("state", DType.FLOAT64);

  private final Filter target;

  /**
   * Adapts an instance.
   *
   * @param target whose methods are called
   */
  public FilterAdapter(Filter target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /**
   * Smooths a signal.
   *
   * @param signal float64 {@code [t]}, any strides; borrowed for the call
   * @return float64 {@code [t]}
   */
  public Tensor smooth(Tensor signal) {
    try (Call call = SMOOTH.begin()) {
      Argument signalArgument = call.argument(SMOOTH_SIGNAL, PyTorch.describe(signal));
      call.check();
      Float64Array result = target.smooth(signalArgument.as(Float64Array.class));
      return PyTorch.tensor(call.result(SMOOTH_RESULT, result));
    }
  }

  /**
   * Smooths a signal.
   *
   * @param signal float64 {@code [t]}, any strides; borrowed for the call
   * @return float64 {@code [t]}, copied
   */
  public TFloat64 smooth(TFloat64 signal) {
    try (Call call = SMOOTH.begin()) {
      Argument signalArgument = call.argument(SMOOTH_SIGNAL, TensorFlow.describe(signal));
      call.check();
      Float64Array result = target.smooth(signalArgument.as(Float64Array.class));
      return TensorFlow.tensor(call.result(SMOOTH_RESULT, result));
    }
  }

  /**
   * Smooths a signal.
   *
   * @param signal float64 {@code [t]}, any strides; borrowed for the call
   * @return float64 {@code [t]}
   */
  public Float64Array smooth(Float64Array signal) {
    try (Call call = SMOOTH.begin()) {
      Argument signalArgument = call.argument(SMOOTH_SIGNAL, NumpyArrays.describe(signal));
      call.check();
      Float64Array result = target.smooth(signalArgument.as(Float64Array.class));
      return NumpyArrays.keep(call.result(SMOOTH_RESULT, result));
    }
  }

  /**
   * Calls {@link Filter#energy}.
   *
   * @param signal float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double energy(Tensor signal) {
    try (Call call = ENERGY.begin()) {
      Argument signalArgument = call.argument(ENERGY_SIGNAL, PyTorch.describe(signal));
      call.check();
      return Filter.energy(signalArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Filter#energy}.
   *
   * @param signal float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double energy(TFloat32 signal) {
    try (Call call = ENERGY.begin()) {
      Argument signalArgument = call.argument(ENERGY_SIGNAL, TensorFlow.describe(signal));
      call.check();
      return Filter.energy(signalArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Filter#energy}.
   *
   * @param signal float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  static double energy(Float32Array signal) {
    try (Call call = ENERGY.begin()) {
      Argument signalArgument = call.argument(ENERGY_SIGNAL, NumpyArrays.describe(signal));
      call.check();
      return Filter.energy(signalArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Filter#reset}.
   *
   * @param state float64, any shape, any strides; borrowed for the call
   * @param times passed on
   */
  void reset(Tensor state, int times) {
    try (Call call = RESET.begin()) {
      Argument stateArgument = call.argument(RESET_STATE, PyTorch.describe(state));
      call.check();
      target.reset(stateArgument.as(Float64Array.class), times);
    }
  }

  /**
   * Calls {@link Filter#reset}.
   *
   * @param state float64, any shape, any strides; borrowed for the call
   * @param times passed on
   */
  void reset(TFloat64 state, int times) {
    try (Call call = RESET.begin()) {
      Argument stateArgument = call.argument(RESET_STATE, TensorFlow.describe(state));
      call.check();
      target.reset(stateArgument.as(Float64Array.class), times);
    }
  }

  /**
   * Calls {@link Filter#reset}.
   *
   * @param state float64, any shape, any strides; borrowed for the call
   * @param times passed on
   */
  void reset(Float64Array state, int times) {
    try (Call call = RESET.begin()) {
      Argument stateArgument = call.argument(RESET_STATE, NumpyArrays.describe(state));
      call.check();
      target.reset(stateArgument.as(Float64Array.class), times);
    }
  }
}
