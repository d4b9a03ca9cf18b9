package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Makes a tensor, and calls of an adapter with it, for {@code FirstCall}. */
public final class FirstCalls {
  private FirstCalls() {}

  /**
   * Makes a tensor.
   *
   * @param framework {@code arrays}, {@code pytorch} or {@code tensorflow}
   * @return calls an adapter with it
   */
  public static Supplier<Float> with(String framework) {
    return switch (framework) {
      case "arrays" -> {
        Float32Array array = Float32Array.zeros(10, 10);
        yield () -> SumsAdapter.corner(array);
      }
      case "pytorch" -> {
        Tensor tensor = torch.ones(10, 10);
        yield () -> SumsAdapter.corner(tensor);
      }
      case "tensorflow" -> {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(10, 10));
        yield () -> SumsAdapter.corner(tensor);
      }
      default -> throw new IllegalArgumentException(framework);
    };
  }
}
