package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Shape;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Call} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class CallAdapter {
  static final MethodContract CALL = MethodContract.of("Call.call");
  static final ArrayContract CALL_CALL = ArrayContract.of("call", DType.FLOAT32);

  static final MethodContract PY_TORCH = MethodContract.of("Call.PyTorch");
  static final ArrayContract PY_TORCH_PY_TORCH = ArrayContract.of("PyTorch", DType.FLOAT32);
  static final ArrayContract PY_TORCH_CALL = ArrayContract.of("Call", DType.FLOAT32);

  static final MethodContract SUM_2 = MethodContract.of("Call.sum", "n");
  static final ArrayContract SUM_2_X =
      ArrayContract.of("x", DType.FLOAT32).shape(Shape.of("n", Axis.named(0)));
  static final ArrayContract SUM_2_SUM = ArrayContract.of("SUM", DType.FLOAT32);
  static final ArrayContract SUM_2_SUM_X = ArrayContract.of("SUM_X", DType.FLOAT32);
  static final ArrayContract SUM_2_RESULT =
      ArrayContract.of("result", DType.FLOAT32)
          .shape(Shape.of("n n", Axis.named(0), Axis.named(0)));

  static final MethodContract SUM_X_2 = MethodContract.of("Call.sumX");
  static final ArrayContract SUM_X_2_X = ArrayContract.of("x", DType.FLOAT32);

  static final MethodContract SUM_FLOAT32 = MethodContract.of("Call.sumFloat32");
  static final ArrayContract SUM_FLOAT32_X = ArrayContract.of("x", DType.FLOAT32);

  private final Call target;

  /**
   * Adapts an instance.
   *
   * @param target whose methods are called
   */
  CallAdapter(Call target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /**
   * Calls {@link Call#call}.
   *
   * @param call float32, any shape, any strides; borrowed for the call
   * @param result passed on
   * @param target_ passed on
   * @param callArgument passed on
   * @param dev_ passed on
   * @return what the method returns
   */
  static double call(Tensor call, int result, int target_, int callArgument, int dev_) {
    try (dev.ndbind.call.Call call_ = CALL.begin()) {
      Argument callArgument_ = call_.argument(CALL_CALL, PyTorch.describe(call));
      call_.check();
      return Call.call(callArgument_.as(Float32Array.class), result, target_, callArgument, dev_);
    }
  }

  /**
   * Calls {@link Call#call}.
   *
   * @param call float32, any shape, any strides; borrowed for the call
   * @param result passed on
   * @param target_ passed on
   * @param callArgument passed on
   * @param dev_ passed on
   * @return what the method returns
   */
  static double call(TFloat32 call, int result, int target_, int callArgument, int dev_) {
    try (dev.ndbind.call.Call call_ = CALL.begin()) {
      Argument callArgument_ = call_.argument(CALL_CALL, TensorFlow.describe(call));
      call_.check();
      return Call.call(callArgument_.as(Float32Array.class), result, target_, callArgument, dev_);
    }
  }

  /**
   * Calls {@link Call#call}.
   *
   * @param call float32, any shape, any strides; borrowed for the call
   * @param result passed on
   * @param target_ passed on
   * @param callArgument passed on
   * @param dev_ passed on
   * @return what the method returns
   */
  static double call(Float32Array call, int result, int target_, int callArgument, int dev_) {
    try (dev.ndbind.call.Call call_ = CALL.begin()) {
      Argument callArgument_ = call_.argument(CALL_CALL, NumpyArrays.describe(call));
      call_.check();
      return Call.call(callArgument_.as(Float32Array.class), result, target_, callArgument, dev_);
    }
  }

  /**
   * Calls {@link Call#PyTorch}.
   *
   * @param PyTorch_ float32, any shape, any strides; borrowed for the call
   * @param Call_ float32, any shape, any strides; borrowed for the call
   * @param DType_ passed on
   * @param target_ passed on
   * @return what the method returns
   */
  double PyTorch(Tensor PyTorch_, Tensor Call_, Call.Argument DType_, int target_) {
    try (dev.ndbind.call.Call call = PY_TORCH.begin()) {
      Argument PyTorchArgument = call.argument(PY_TORCH_PY_TORCH, PyTorch.describe(PyTorch_));
      Argument CallArgument = call.argument(PY_TORCH_CALL, PyTorch.describe(Call_));
      call.check();
      return target.PyTorch(
          PyTorchArgument.as(Float32Array.class),
          CallArgument.as(Float32Array.class),
          DType_,
          target_);
    }
  }

  /**
   * Calls {@link Call#PyTorch}.
   *
   * @param PyTorch float32, any shape, any strides; borrowed for the call
   * @param Call_ float32, any shape, any strides; borrowed for the call
   * @param DType_ passed on
   * @param target_ passed on
   * @return what the method returns
   */
  double PyTorch(TFloat32 PyTorch, TFloat32 Call_, Call.Argument DType_, int target_) {
    try (dev.ndbind.call.Call call = PY_TORCH.begin()) {
      Argument PyTorchArgument = call.argument(PY_TORCH_PY_TORCH, TensorFlow.describe(PyTorch));
      Argument CallArgument = call.argument(PY_TORCH_CALL, TensorFlow.describe(Call_));
      call.check();
      return target.PyTorch(
          PyTorchArgument.as(Float32Array.class),
          CallArgument.as(Float32Array.class),
          DType_,
          target_);
    }
  }

  /**
   * Calls {@link Call#PyTorch}.
   *
   * @param PyTorch float32, any shape, any strides; borrowed for the call
   * @param Call_ float32, any shape, any strides; borrowed for the call
   * @param DType_ passed on
   * @param target_ passed on
   * @return what the method returns
   */
  double PyTorch(Float32Array PyTorch, Float32Array Call_, Call.Argument DType_, int target_) {
    try (dev.ndbind.call.Call call = PY_TORCH.begin()) {
      Argument PyTorchArgument = call.argument(PY_TORCH_PY_TORCH, NumpyArrays.describe(PyTorch));
      Argument CallArgument = call.argument(PY_TORCH_CALL, NumpyArrays.describe(Call_));
      call.check();
      return target.PyTorch(
          PyTorchArgument.as(Float32Array.class),
          CallArgument.as(Float32Array.class),
          DType_,
          target_);
    }
  }

  /**
   * Calls {@link Call#sum}.
   *
   * @param x float32 {@code [n]}, any strides; borrowed for the call
   * @param SUM float32, any shape, any strides; borrowed for the call
   * @param SUM_X float32, any shape, any strides; borrowed for the call
   * @return float32 {@code [n, n]}
   */
  Tensor sum(Tensor x, Tensor SUM, Tensor SUM_X) {
    try (dev.ndbind.call.Call call = SUM_2.begin()) {
      Argument xArgument = call.argument(SUM_2_X, PyTorch.describe(x));
      Argument SUMArgument = call.argument(SUM_2_SUM, PyTorch.describe(SUM));
      Argument SUM_XArgument = call.argument(SUM_2_SUM_X, PyTorch.describe(SUM_X));
      call.check();
      Float32Array result =
          target.sum(
              xArgument.as(Float32Array.class),
              SUMArgument.as(Float32Array.class),
              SUM_XArgument.as(Float32Array.class));
      return PyTorch.tensor(call.result(SUM_2_RESULT, result));
    }
  }

  /**
   * Calls {@link Call#sum}.
   *
   * @param x float32 {@code [n]}, any strides; borrowed for the call
   * @param SUM float32, any shape, any strides; borrowed for the call
   * @param SUM_X float32, any shape, any strides; borrowed for the call
   * @return float32 {@code [n, n]}, copied
   */
  TFloat32 sum(TFloat32 x, TFloat32 SUM, TFloat32 SUM_X) {
    try (dev.ndbind.call.Call call = SUM_2.begin()) {
      Argument xArgument = call.argument(SUM_2_X, TensorFlow.describe(x));
      Argument SUMArgument = call.argument(SUM_2_SUM, TensorFlow.describe(SUM));
      Argument SUM_XArgument = call.argument(SUM_2_SUM_X, TensorFlow.describe(SUM_X));
      call.check();
      Float32Array result =
          target.sum(
              xArgument.as(Float32Array.class),
              SUMArgument.as(Float32Array.class),
              SUM_XArgument.as(Float32Array.class));
      return TensorFlow.tensor(call.result(SUM_2_RESULT, result));
    }
  }

  /**
   * Calls {@link Call#sum}.
   *
   * @param x float32 {@code [n]}, any strides; borrowed for the call
   * @param SUM float32, any shape, any strides; borrowed for the call
   * @param SUM_X float32, any shape, any strides; borrowed for the call
   * @return float32 {@code [n, n]}
   */
  Float32Array sum(Float32Array x, Float32Array SUM, Float32Array SUM_X) {
    try (dev.ndbind.call.Call call = SUM_2.begin()) {
      Argument xArgument = call.argument(SUM_2_X, NumpyArrays.describe(x));
      Argument SUMArgument = call.argument(SUM_2_SUM, NumpyArrays.describe(SUM));
      Argument SUM_XArgument = call.argument(SUM_2_SUM_X, NumpyArrays.describe(SUM_X));
      call.check();
      Float32Array result =
          target.sum(
              xArgument.as(Float32Array.class),
              SUMArgument.as(Float32Array.class),
              SUM_XArgument.as(Float32Array.class));
      return NumpyArrays.keep(call.result(SUM_2_RESULT, result));
    }
  }

  /**
   * Calls {@link Call#sumX}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double sumX(Tensor x) {
    try (dev.ndbind.call.Call call = SUM_X_2.begin()) {
      Argument xArgument = call.argument(SUM_X_2_X, PyTorch.describe(x));
      call.check();
      return target.sumX(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Call#sumX}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double sumX(TFloat32 x) {
    try (dev.ndbind.call.Call call = SUM_X_2.begin()) {
      Argument xArgument = call.argument(SUM_X_2_X, TensorFlow.describe(x));
      call.check();
      return target.sumX(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Call#sumX}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double sumX(Float32Array x) {
    try (dev.ndbind.call.Call call = SUM_X_2.begin()) {
      Argument xArgument = call.argument(SUM_X_2_X, NumpyArrays.describe(x));
      call.check();
      return target.sumX(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Call#sumFloat32}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double sumFloat32(Tensor x) {
    try (dev.ndbind.call.Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, PyTorch.describe(x));
      call.check();
      return target.sumFloat32(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Call#sumFloat32}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double sumFloat32(TFloat32 x) {
    try (dev.ndbind.call.Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, TensorFlow.describe(x));
      call.check();
      return target.sumFloat32(xArgument.as(Float32Array.class));
    }
  }

  /**
   * Calls {@link Call#sumFloat32}.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double sumFloat32(Float32Array x) {
    try (dev.ndbind.call.Call call = SUM_FLOAT32.begin()) {
      Argument xArgument = call.argument(SUM_FLOAT32_X, NumpyArrays.describe(x));
      call.check();
      return target.sumFloat32(xArgument.as(Float32Array.class));
    }
  }
}
