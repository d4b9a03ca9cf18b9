package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float64Array;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads in Python. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadTest {
  private final Python python = Interpreter.start();
  private final PythonFunction add = python.module("numpy").function("add");
  private final PythonFunction sleep = python.module("time").function("sleep");

  private boolean adds(int rounds) {
    Float64Array one = Float64Array.zeros(3);
    one.set(1, 1);
    Float64Array sum = Float64Array.zeros(3);
    for (int i = 0; i < rounds; i++) {
      sum = add.callArray(Float64Array.class, sum, one);
    }
    return sum.get(1) == rounds;
  }

  private boolean addsAndSleeps(int rounds) {
    boolean right = true;
    for (int i = 0; i < rounds; i++) {
      sleep.callVoid(0.001);
      right &= adds(10);
    }
    return right;
  }

  private static void assertAll(ExecutorService threads, int count, Callable<Boolean> task)
      throws Exception {
    List<Future<Boolean>> results = new ArrayList<>();
    try (threads) {
      for (int i = 0; i < count; i++) {
        results.add(threads.submit(task));
      }
    }
    for (Future<Boolean> result : results) {
      assertThat(result.get()).isTrue();
    }
  }

  @Test
  void platformThreadsCallAtOnce() throws Exception {
    assertAll(Executors.newFixedThreadPool(8), 8, () -> adds(3000));
  }

  @Test
  void virtualThreadsCallAtOnce() throws Exception {
    assertAll(Executors.newVirtualThreadPerTaskExecutor(), 100, () -> adds(100));
  }

  @Test
  void threadsBlockInPython() throws Exception {
    assertAll(Executors.newFixedThreadPool(8), 8, () -> addsAndSleeps(20));
    assertAll(Executors.newVirtualThreadPerTaskExecutor(), 100, () -> addsAndSleeps(5));
  }

  @Test
  void bothKindsCallAtOnce() throws Exception {
    try (ExecutorService platform = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(platform.submit(() -> addsAndSleeps(20)));
      }
      assertAll(Executors.newVirtualThreadPerTaskExecutor(), 50, () -> addsAndSleeps(5));
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  @Test
  void exceptionsReachVirtualThreads() throws Exception {
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              assertThatThrownBy(() -> sleep.callVoid("long")).isInstanceOf(PythonException.class);
              assertThatThrownBy(() -> add.callVoid(new double[1], 1))
                  .isInstanceOf(IllegalArgumentException.class);
            });
    thread.join();
  }

  /** A virtual thread that is in Python may come back to it, from a list's own methods. */
  @Test
  void virtualThreadsMayCallWithinCalls() throws Exception {
    List<Object> list =
        new java.util.AbstractList<>() {
          @Override
          public Object get(int index) {
            return add.callDouble(index, 1);
          }

          @Override
          public int size() {
            return 2;
          }
        };
    PythonFunction sum = python.module("numpy").function("sum");
    assertAll(Executors.newVirtualThreadPerTaskExecutor(), 20, () -> sum.callDouble(list) == 3);
  }

  /** Whoever waits in Python without the GIL does not keep others from it. */
  @Test
  void blockedThreadsLetOthersIn() throws Exception {
    PythonObject event = python.module("threading").call("Event");
    CountDownLatch waiting = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              waiting.countDown();
              Modules.find("waiting").call("wait_for", event).close();
            });
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(adds(100)).isTrue();
    Modules.find("waiting").call("release", event).close();
    thread.join();
  }

  @Test
  void statesOfEndedThreadsAreDeleted() throws Exception {
    PythonFunction states = Modules.find("waiting").function("thread_states");
    long before = states.callLong();
    CyclicBarrier all = new CyclicBarrier(30); // At once, so that each has a number of its own.
    assertAll(Executors.newFixedThreadPool(30), 30, () -> adds(1) && all.await() >= 0);
    assertThat(states.callLong()).isGreaterThanOrEqualTo(30);
    Instant end = Instant.now().plusSeconds(30);
    while (states.callLong() > before + 5 && Instant.now().isBefore(end)) {
      assertAll(Executors.newFixedThreadPool(1), 1, () -> adds(1)); // A new one looks for the dead.
    }
    assertThat(states.callLong()).isLessThanOrEqualTo(before + 5);
    assertThat(adds(10)).isTrue();
  }
}
