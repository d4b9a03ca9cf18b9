package dev.ndbind.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float64Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Operations on whole arrays, on other threads, while the calls that lent the arrays return. Each
 * either throws or has entirely the values that the call's tensor had; never those of whoever got
 * the memory next.
 */
class BulkOperationsTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT64);
  private static final int ROUNDS = 500;
  private static final int THREADS = 3;
  private static final int ROWS = 60;
  private static final int COLUMNS = 50;

  /** How the array of a round comes about. */
  @SuppressWarnings("ImmutableEnumChecker") // Contracts are records, of nothing that changes.
  enum Kind {
    VIEW(X, false),
    TRANSPOSED_VIEW(X, true),
    COPY(X.use(Use.COPY), false),
    REORDERED_COPY(X.order(Order.C), true);

    private final ArrayContract contract;
    private final boolean transposed;

    Kind(ArrayContract contract, boolean transposed) {
      this.contract = contract;
      this.transposed = transposed;
    }
  }

  /** What the other threads do. */
  private static final List<Function<Float64Array, double[]>> OPERATIONS =
      List.of(
          Float64Array::toArray,
          array -> array.copy().toArray(),
          array -> array.copy(Order.F).transpose().toArray(),
          BulkOperationsTest::toAnotherArray,
          BulkOperationsTest::toHeap,
          array -> numbers(array.toString()));

  /**
   * The array that a call lends now.
   *
   * @param array of one value throughout
   * @param value that of the tensor
   */
  private record Lent(Float64Array array, double value) {}

  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicLong right = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable Lent lent;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void resultsAreWholeOrThereAreNone(Kind kind) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        running.add(threads.submit(() -> operateUntilDone(random)));
      }
      try {
        lendManyTimes(kind, running);
      } finally {
        done.set(true);
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    }
    assertThat(right.get()).isPositive();
    assertThat(refused.get()).isPositive();
  }

  /** Round after round, each of which ends soon after an operation on its array has ended. */
  private void lendManyTimes(Kind kind, List<Future<?>> running) {
    for (int round = 1; round <= ROUNDS; round++) {
      ReusedTensor tensor = ReusedTensor.of(round, kind.transposed);
      try (Call call = METHOD.begin()) {
        Argument argument = call.argument(kind.contract, tensor);
        call.check();
        long before = right.get() + refused.get();
        lent = new Lent(argument.as(Float64Array.class), round);
        while (right.get() + refused.get() == before
            && running.stream().noneMatch(Future::isDone)) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private void operateUntilDone(Random random) {
    while (!done.get()) {
      Lent now = lent;
      if (now != null) {
        operate(now, OPERATIONS.get(random.nextInt(OPERATIONS.size())));
      }
    }
  }

  private void operate(Lent now, Function<Float64Array, double[]> operation) {
    double[] found;
    try {
      found = operation.apply(now.array);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("parameter 'x' was used after A.f returned");
      refused.incrementAndGet();
      return;
    }
    for (double value : found) {
      if (value != now.value) {
        throw new AssertionError("%s instead of %s".formatted(value, now.value));
      }
    }
    right.incrementAndGet();
  }

  private static double[] toAnotherArray(Float64Array array) {
    Float64Array target = Float64Array.zeros(array.shape());
    array.copyTo(target);
    return target.toArray();
  }

  private static double[] toHeap(Float64Array array) {
    double[] elements = new double[(int) array.size()];
    array.copyTo(MemorySegment.ofArray(elements));
    return elements;
  }

  /** What is printed of an array, without brackets and what is left out. */
  private static double[] numbers(String printed) {
    if (printed.startsWith("(")) {
      throw new IllegalStateException(printed);
    }
    String[] words = printed.replaceAll("[\\[\\]]|\\.\\.\\.", " ").trim().split("\\s+");
    return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
  }

  /** A tensor whose memory somebody else writes to as soon as it has been released. */
  private static final class ReusedTensor extends TensorDescription {
    private final Float64Array memory;

    private ReusedTensor(Float64Array memory, Float64Array seen) {
      super(DType.FLOAT64, TestTensor.addressOf(seen), seen.shape(), seen.byteStrides());
      this.memory = memory;
    }

    static ReusedTensor of(double value, boolean transposed) {
      Float64Array memory = Float64Array.zeros(ROWS, COLUMNS);
      fill(memory, value);
      return new ReusedTensor(memory, transposed ? memory.transpose() : memory);
    }

    private static void fill(Float64Array memory, double value) {
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < COLUMNS; j++) {
          memory.set(i, j, value);
        }
      }
    }

    @Override
    public Object tensor() {
      return this;
    }

    @Override
    protected String framework() {
      return "test";
    }

    @Override
    public void release() {
      fill(memory, -1);
    }
  }
}
