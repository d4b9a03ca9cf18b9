package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.types.TFloat32;

/** Tensors that get the memory of closed ones, of which copies were remembered. */
final class RememberingProgram {
  private static final ArrayContract CONSTANT = ReuseTest.CONSTANT;
  private static final ArrayContract CALL = CONSTANT.reuse(Reuse.CALL);
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract VIEW = ArrayContract.of("x", DType.FLOAT32);
  private static final int SIZE = 64 << 10; // Unmapped when freed.
  private static final int SWEEPS = 4;
  private static final int TENSORS = 300;
  private static final int CALLERS = 3;

  private RememberingProgram() {}

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    addressesComeBack();
    nothingStaleServes();
    nothingStaleServesAfterASweep();
    nothingStaleServesWhoRacesWithClose();
    assertThat(References.collectUntil(() -> copies() == 0)).isTrue();
  }

  private static long copies() {
    return ReuseStore.shared().statistics().copies();
  }

  private static TFloat32 tensor(float value) {
    float[] elements = new float[SIZE];
    Arrays.fill(elements, value);
    return TensorFlow.tensor(Float32Array.of(elements));
  }

  /** Of its first element, as a call sees it. */
  private static long address(TFloat32 tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(VIEW, TensorFlow.describe(tensor));
      call.check();
      return argument.as(Float32Array.class).segment().address();
    }
  }

  private static void assertReads(ArrayContract contract, TFloat32 tensor, int value) {
    for (double found : ReuseTest.convert(contract, tensor)) {
      if (found != value) {
        throw new AssertionError("%s instead of %d".formatted(found, value));
      }
    }
  }

  /** Without which the rest would prove nothing. */
  private static void addressesComeBack() {
    Set<Long> addresses = new HashSet<>();
    for (int i = 0; i < TENSORS; i++) {
      try (TFloat32 tensor = tensor(i)) {
        addresses.add(address(tensor));
        assertReads(CALL, tensor, i);
      }
    }
    assertThat(addresses).hasSizeLessThan(TENSORS);
  }

  /** Some copies are forgotten, and their tensors freed, others are not yet. */
  private static void nothingStaleServes() {
    Set<Long> addresses = new HashSet<>();
    for (int i = 0; i < TENSORS; i++) {
      try (TFloat32 tensor = tensor(i)) {
        addresses.add(address(tensor));
        assertReads(CONSTANT, tensor, i);
        assertReads(CONSTANT, tensor, i);
      }
      if (i % 3 == 0) {
        ReuseStore.shared().clear();
      }
    }
    assertThat(addresses).hasSizeLessThan(TENSORS);
  }

  private static void nothingStaleServesAfterASweep() {
    Set<Long> addresses = new HashSet<>();
    for (int i = 0; i < SWEEPS; i++) {
      try (TFloat32 tensor = tensor(-i)) {
        addresses.add(address(tensor));
        assertReads(CONSTANT, tensor, -i);
      }
      assertThat(copies()).isPositive();
      assertThat(References.collectUntil(() -> copies() == 0)).isTrue();
    }
    assertThat(addresses).hasSizeLessThan(SWEEPS);
  }

  /** Readers find a copy, or make and remember one, while the tensor is closed beside them. */
  private static void nothingStaleServesWhoRacesWithClose()
      throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < TENSORS; i++) {
        TFloat32 tensor = tensor(i);
        int value = i;
        AtomicInteger reads = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
          running.add(callers.submit(() -> readUntilClosed(tensor, value, reads)));
        }
        while (reads.get() == 0 && running.stream().noneMatch(Future::isDone)) {
          Thread.onSpinWait();
        }
        tensor.close();
        for (Future<?> caller : running) {
          caller.get();
        }
      }
    }
  }

  private static void readUntilClosed(TFloat32 tensor, int value, AtomicInteger reads) {
    try {
      while (true) {
        assertReads(CONSTANT, tensor, value);
        if (reads.incrementAndGet() % 5 == 0) {
          ReuseStore.shared().clear();
        }
      }
    } catch (IllegalStateException closed) {
      if (!closed.getMessage().endsWith("x has been closed")) {
        throw closed;
      }
    }
  }
}
