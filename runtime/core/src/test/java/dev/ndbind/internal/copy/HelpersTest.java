package dev.ndbind.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work shared with helpers: done once, done wholly, and nobody waits for a thread. */
@Timeout(30)
class HelpersTest {
  private static final Duration IDLE = Duration.ofMillis(20);

  private final Helpers helpers = new Helpers(3, IDLE);

  private void share(int parts, IntConsumer work) {
    helpers.share(parts, () -> work::accept);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void everyPartIsDoneOnce() {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);
    share(1000, done::incrementAndGet);
    for (int i = 0; i < 1000; i++) {
      assertThat(done.get(i)).isEqualTo(1);
    }
    share(0, done::incrementAndGet);
  }

  /** Four parts that wait for one another need four threads, one of them the caller's. */
  @Test
  void theCallerAndDaemonsOfOurOwnWorkAtTheSameTime() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(4);
    share(
        4,
        part -> {
          threads.add(Thread.currentThread());
          all.countDown();
          await(all);
        });
    assertThat(threads).hasSize(4).contains(Thread.currentThread());
    threads.remove(Thread.currentThread());
    assertThat(threads)
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().startsWith("ndbind-copy-"));
  }

  /** What is made for a thread is used by no other, and closed by it. */
  @Test
  void everyThreadHasAWorkerOfItsOwn() throws InterruptedException {
    Set<Recorder> made = ConcurrentHashMap.newKeySet();
    for (int round = 0; round < 100; round++) {
      helpers.share(
          50,
          () -> {
            Recorder worker = new Recorder();
            made.add(worker);
            return worker;
          });
    }
    waitUntilAllHaveEnded();
    assertThat(made).hasSizeBetween(100, 400).allMatch(worker -> worker.isClosed);
    assertThat(made.stream().mapToInt(worker -> worker.parts.get()).sum()).isEqualTo(5000);
  }

  private static final class Recorder implements Helpers.Worker {
    private final Thread owner = Thread.currentThread();
    private final AtomicInteger parts = new AtomicInteger();
    private volatile boolean isClosed;

    @Override
    public void work(int part) {
      assertThat(Thread.currentThread()).isEqualTo(owner);
      assertThat(isClosed).isFalse();
      parts.incrementAndGet();
    }

    @Override
    public void close() {
      assertThat(Thread.currentThread()).isEqualTo(owner);
      isClosed = true;
    }
  }

  @Test
  void withoutHelpersTheCallerDoesEverything() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    new Helpers(0, IDLE).share(50, () -> part -> threads.add(Thread.currentThread()));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  /** Jobs come about when helpers fall asleep; those that have ended must not count as awake. */
  @Test
  void jobsThatFollowEachOtherAreDoneOnce() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    for (int job = 0; job < 3000; job++) {
      share(8, part -> done.incrementAndGet());
      long pause = System.nanoTime() + job % 100 * 1000L;
      while (System.nanoTime() < pause) {
        Thread.onSpinWait();
      }
      assertThat(done).hasValue(8 * (job + 1));
    }
    waitUntilAllHaveEnded();
    useAllThreads();
  }

  @Test
  void helpersEndWhenIdle() throws InterruptedException {
    assertThat(helpers.threadCount()).isZero();
    useAllThreads();
    waitUntilAllHaveEnded();
  }

  private void useAllThreads() {
    CountDownLatch all = new CountDownLatch(4);
    share(
        4,
        part -> {
          all.countDown();
          await(all);
        });
  }

  private void waitUntilAllHaveEnded() throws InterruptedException {
    while (helpers.threadCount() > 0) {
      Thread.sleep(5);
    }
  }

  @Test
  void theFirstFailureIsThrownWhenNobodyWorksAnyMore() {
    for (Throwable failure : List.of(new IllegalStateException("part"), new AssertionError("x"))) {
      AtomicInteger working = new AtomicInteger();
      assertThatThrownBy(() ->
              share(
                  200,
                  part -> {
                    working.incrementAndGet();
                    try {
                      LockSupport.parkNanos(1_000);
                      if (part == 20) {
                        throwAny(failure);
                      }
                    } finally {
                      working.decrementAndGet();
                    }
                  }))
          .isSameAs(failure);
      assertThat(working).hasValue(0);
    }
    AtomicInteger done = new AtomicInteger();
    share(100, part -> done.incrementAndGet());
    assertThat(done).hasValue(100);
  }

  private static void throwAny(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void anInterruptIsKeptAndNothingIsLeftOut() {
    AtomicInteger done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    share(
        100,
        part -> {
          if (part == 0) {
            caller.interrupt();
          }
          LockSupport.parkNanos(1_000);
          done.incrementAndGet();
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done).hasValue(100);
  }

  @Test
  void nestedCallersDoNotWaitForEachOther() {
    AtomicInteger done = new AtomicInteger();
    share(8, outer -> share(8, inner -> share(8, part -> done.incrementAndGet())));
    assertThat(done).hasValue(512);
  }

  @Test
  void manyCallersShareTheSameFewThreads() throws Exception {
    AtomicInteger done = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(
            callers.submit(() ->
                share(
                    20,
                    part -> {
                      done.incrementAndGet();
                      most.accumulateAndGet(helpers.threadCount(), Math::max);
                    })));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    }
    assertThat(done).hasValue(4000);
    assertThat(most.get()).isBetween(1, 3);
  }
}
