package dev.ndbind.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.memory.Block;
import dev.ndbind.internal.memory.BlockPool;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.NativeMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Uses arrays and segments of arguments after their calls. */
final class CheckedProgram {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract VIEW =
      ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract COPY = VIEW.use(Use.COPY);
  private static final ArrayContract ORDER = VIEW.order(Order.F);
  private static final String ENDED =
      "the array of parameter 'x' was used after A.f returned; copy() keeps the data";

  private static final int SIZE = 64;

  /** So many rounds that the loop has been compiled. */
  private static final int WARM = 50_000;

  private CheckedProgram() {}

  public static void main(String[] arguments) throws Exception {
    for (ArrayContract contract : List.of(VIEW, COPY, ORDER)) {
      segmentsEndWithTheCall(contract);
      if (Lease.isChecked()) {
        loopsEndWithTheCall(contract);
      }
    }
    memoryIsPoisonedOnlyWhenChecked();
  }

  private static void segmentsEndWithTheCall(ArrayContract contract) {
    MemorySegment segment;
    try (Call call = METHOD.begin()) {
      Float64Array array = convert(call, contract, Float64Array.zeros(SIZE));
      segment = array.segment();
      assertThat(segment.get(ValueLayout.JAVA_DOUBLE, 8)).isZero();
    }
    assertThatIllegalStateException().isThrownBy(() -> segment.get(ValueLayout.JAVA_DOUBLE, 8));
    assertThatIllegalStateException().isThrownBy(() -> segment.toArray(ValueLayout.JAVA_DOUBLE));
  }

  private static Float64Array convert(Call call, ArrayContract contract, Float64Array array) {
    Argument argument = call.argument(contract, TestTensor.of(array));
    call.check();
    return argument.as(Float64Array.class);
  }

  /** The loop would run on for ever otherwise; that it may, in the mode that is not checked. */
  private static void loopsEndWithTheCall(ArrayContract contract)
      throws InterruptedException, ExecutionException, TimeoutException {
    CountDownLatch warm = new CountDownLatch(1);
    FutureTask<Double> loop;
    Float64Array memory = Float64Array.zeros(SIZE);
    try (Call call = METHOD.begin()) {
      Float64Array array = convert(call, contract, memory);
      loop = new FutureTask<>(() -> sumForEver(array, warm));
      Thread.ofPlatform().daemon().start(loop);
      warm.await();
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> {
          try {
            loop.get(5, TimeUnit.MINUTES);
          } catch (ExecutionException e) {
            throw e.getCause();
          }
        })
        .withMessage(ENDED);
  }

  private static double sumForEver(Float64Array array, CountDownLatch warm) {
    double sum = 0;
    for (int round = 0; round < WARM; round++) {
      sum += sum(array, SIZE);
    }
    warm.countDown();
    return sum + sum(array, Long.MAX_VALUE);
  }

  /** A loop out of which compilers move what does not change in it. */
  private static double sum(Float64Array array, long elements) {
    double sum = 0;
    for (long i = 0; i < elements; i++) {
      sum += array.get(i % SIZE);
    }
    return sum;
  }

  private static void memoryIsPoisonedOnlyWhenChecked() {
    int size = 12_347; // No other call has copies of this size.
    long address;
    try (Call call = METHOD.begin()) {
      Float32Array ones = Float32Array.zeros(size);
      Argument argument = call.argument(COPY, TestTensor.of(ones));
      call.check();
      address = TestTensor.addressOf(argument.as(Float64Array.class));
    }
    Block block = BlockPool.SHARED.borrow(size * 8L);
    assertThat(block.address()).isEqualTo(address);
    double found = NativeMemory.ALL.get(ValueLayout.JAVA_DOUBLE, address + 8L * (size - 1));
    assertThat(Double.isNaN(found)).isEqualTo(Lease.isChecked());
    block.release();
  }
}
