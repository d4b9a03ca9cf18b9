package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Calls {@link Signatures.Inner} with tensors.
 *
 * <p>Each overload checks all arguments, converts them, and checks and converts the result.
 */
@Generated("dev.ndbind.processor.NumpyProcessor")
final class Signatures_InnerAdapter {
  static final MethodContract NESTED = MethodContract.of("Signatures.Inner.nested");
  static final ArrayContract NESTED_X = ArrayContract.of("x", DType.FLOAT32);

  private final Signatures.Inner target;

  /**
   * Adapts an instance.
   *
   * @param target whose methods are called
   */
  Signatures_InnerAdapter(Signatures.Inner target) {
    this.target = Objects.requireNonNull(target, "target");
  }

  /**
   * With a tag, a {@code list}, {@code a < b} and an e-mail&#64;address.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double nested(Tensor x) {
    try (Call call = NESTED.begin()) {
      Argument xArgument = call.argument(NESTED_X, PyTorch.describe(x));
      call.check();
      return target.nested(xArgument.as(Float32Array.class));
    }
  }

  /**
   * With a tag, a {@code list}, {@code a < b} and an e-mail&#64;address.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double nested(TFloat32 x) {
    try (Call call = NESTED.begin()) {
      Argument xArgument = call.argument(NESTED_X, TensorFlow.describe(x));
      call.check();
      return target.nested(xArgument.as(Float32Array.class));
    }
  }

  /**
   * With a tag, a {@code list}, {@code a < b} and an e-mail&#64;address.
   *
   * @param x float32, any shape, any strides; borrowed for the call
   * @return what the method returns
   */
  double nested(Float32Array x) {
    try (Call call = NESTED.begin()) {
      Argument xArgument = call.argument(NESTED_X, NumpyArrays.describe(x));
      call.check();
      return target.nested(xArgument.as(Float32Array.class));
    }
  }
}
