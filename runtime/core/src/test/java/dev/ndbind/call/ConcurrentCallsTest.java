package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One adapter, called by many threads at once. */
class ConcurrentCallsTest {
  private static final int THREADS = 8;
  private static final int CALLS = 10_000;

  @Test
  void callsOfManyThreadsDoNotMixUp() throws Exception {
    Float32Array shared = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Double>> sums = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        float factor = thread + 1;
        sums.add(threads.submit(() -> sumOfCalls(shared, factor)));
      }
      for (int thread = 0; thread < THREADS; thread++) {
        // (1 + 2 + ... + 6) times the factor, once from C order and once from F order
        assertThat(sums.get(thread).get()).isEqualTo(2 * 21.0 * (thread + 1) * CALLS);
      }
    }
    assertThat(shared.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  private static double sumOfCalls(Float32Array shared, float factor) {
    double sum = 0;
    Float32Array out = Float32Array.zeros(3, 2);
    for (int i = 0; i < CALLS; i++) {
      ScaleAdapter.scale(shared.transpose(), shared, factor, out);
      for (int row = 0; row < 3; row++) {
        sum += out.get(row, 0) + out.get(row, 1);
      }
    }
    return sum;
  }

  /** As the processor would write it. */
  private static final class ScaleAdapter {
    private static final MethodContract SCALE = MethodContract.of("Scale.scale", "n", "d");
    private static final Shape ND = Shape.of("n d", Axis.named(0), Axis.named(1));
    private static final ArrayContract X = ArrayContract.of("x", FLOAT32).shape(ND).order(Order.C);
    private static final ArrayContract Y =
        ArrayContract.of("y", FLOAT32).shape(Shape.of("d n", Axis.named(1), Axis.named(0)));
    private static final ArrayContract OUT =
        ArrayContract.of("out", FLOAT32).shape(ND).use(Use.WRITE);

    static void scale(Float32Array x, Float32Array y, float factor, Float32Array out) {
      try (Call call = SCALE.begin()) {
        Argument argumentX = call.argument(X, NumpyArrays.describe(x));
        Argument argumentY = call.argument(Y, NumpyArrays.describe(y));
        Argument argumentOut = call.argument(OUT, NumpyArrays.describe(out));
        call.check();
        target(
            argumentX.as(Float32Array.class),
            argumentY.as(Float32Array.class),
            factor,
            argumentOut.as(Float32Array.class));
      }
    }

    private static void target(Float32Array x, Float32Array y, float factor, Float32Array out) {
      for (int i = 0; i < x.shape(0); i++) {
        for (int j = 0; j < x.shape(1); j++) {
          out.set(i, j, factor * (x.get(i, j) + y.get(j, i)));
        }
      }
    }
  }
}
