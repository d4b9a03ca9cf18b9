package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Axis;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.Shape;
import java.lang.management.ManagementFactory;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** What a warm call leaves for the garbage collector. */
class AllocationTest {
  private static final int CALLS = 10_000;
  private static final int ROUNDS = 1_000;

  /** A third less once all is inlined, which the compiler need not do: see the benchmarks. */
  private static final long BYTES_PER_TENSOR = 300;

  private static final MethodContract METHOD = MethodContract.of("A.f", "n", "d");
  private static final Shape N_D = Shape.of("n d", Axis.named(0), Axis.named(1));
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT32).shape(N_D);
  private static final ArrayContract Y = ArrayContract.of("y", DType.FLOAT32).shape(N_D);

  @Test
  void viewsOfTwoTensorsAllocateLittle() {
    Tensor x = Tensors.counting(2, 3);
    Tensor y = Tensors.counting(2, 3);
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && fewest > 2 * BYTES_PER_TENSOR; round++) { // compiles
      fewest = Math.min(fewest, bytesPerCall(x, y));
    }
    assertThat(fewest).isLessThanOrEqualTo(2 * BYTES_PER_TENSOR);
  }

  private static long bytesPerCall(Tensor x, Tensor y) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int call = 0; call < CALLS; call++) {
      checkFirst(first(x, y));
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }

  private static float first(Tensor x, Tensor y) {
    try (Call call = METHOD.begin()) {
      Argument xArgument = call.argument(X, PyTorch.describe(x));
      Argument yArgument = call.argument(Y, PyTorch.describe(y));
      call.check();
      return xArgument.as(Float32Array.class).get(0, 1)
          + yArgument.as(Float32Array.class).get(0, 1);
    }
  }

  /** AssertJ would allocate. */
  private static void checkFirst(float sum) {
    if (sum != 2) {
      throw new AssertionError("1 + 1 is " + sum);
    }
  }
}
