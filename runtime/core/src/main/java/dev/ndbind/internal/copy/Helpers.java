package dev.ndbind.internal.copy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that help a caller with a large piece of work, so that no pool of the application is
 * needed for it.
 *
 * <p>The caller does the work itself; helpers that happen to be idle take parts of it off its
 * hands. Nothing ever waits in a queue: with all helpers busy the caller is alone, so that
 * concurrent and nested callers neither block each other nor multiply threads. Helpers are daemons,
 * started when first needed and ended when idle for a while.
 */
final class Helpers {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** As many parts as even out that some threads begin late or are interrupted by others. */
  static final int PARTS = 8 * CORES;

  /** One thread for each core, the caller's own among them. */
  static final Helpers SHARED = new Helpers(CORES - 1, Duration.ofSeconds(5));

  /**
   * How long a thread that has nothing to do stays awake: about as long as it takes the system to
   * wake one. A caller whose last part is a helper's, and a helper whose caller's next copy follows
   * at once, then lose no time.
   */
  private static final long AWAKE_NANOS = 50_000;

  private final int count;
  private final @Nullable ThreadPoolExecutor executor;

  /** Helpers that are awake and have no job, not even one in {@link #offered}. */
  private final AtomicInteger awake = new AtomicInteger();

  private final Queue<Job> offered = new ConcurrentLinkedQueue<>();

  /**
   * Prepares helpers; no thread is started yet.
   *
   * @param count how many there may be; with none, callers are always alone
   * @param idle how long a helper waits for more work before it ends
   */
  Helpers(int count, Duration idle) {
    this.count = count;
    this.executor =
        count == 0
            ? null
            : new ThreadPoolExecutor(
                0,
                count,
                idle.toNanos(),
                TimeUnit.NANOSECONDS,
                new SynchronousQueue<>(),
                threads(),
                new ThreadPoolExecutor.DiscardPolicy());
  }

  private static ThreadFactory threads() {
    return Thread.ofPlatform()
        .daemon()
        .name("ndbind-copy-", 0)
        .inheritInheritableThreadLocals(false)
        .factory();
  }

  /**
   * Does every part once, on this thread and on helpers, and returns when all are done. An
   * interrupt of this thread does not end it early, and is kept.
   *
   * @param parts how many
   * @param work does the part of a number below that, on any thread, in any order
   * @throws RuntimeException what the first part to fail threw; parts not yet begun are left out
   */
  void share(int parts, IntConsumer work) {
    Job job = new Job(parts, work);
    callFor(job, Math.min(count, parts - 1));
    job.run();
    job.await();
  }

  private void callFor(Job job, int helpers) {
    if (executor == null) {
      return;
    }
    try {
      for (int i = 0; i < helpers; i++) {
        if (takeAwake()) {
          offered.add(job);
        } else {
          executor.execute(() -> help(job));
        }
      }
    } catch (OutOfMemoryError _) {
      // The system gives no more threads: those at hand, or the caller alone, do it.
    }
  }

  /** Does a job, and those that are offered before the thread falls asleep. */
  private void help(Job first) {
    for (@Nullable Job job = first; job != null; job = nextJob()) {
      job.run();
    }
  }

  private @Nullable Job nextJob() {
    awake.incrementAndGet();
    long start = System.nanoTime();
    Job job = offered.poll();
    while (job == null && (System.nanoTime() - start < AWAKE_NANOS || !takeAwake())) {
      Thread.onSpinWait();
      job = offered.poll();
    }
    return job;
  }

  /**
   * Makes one less awake: a caller, who then offers a job, or a helper that falls asleep. If there
   * is none left, a helper that wants to is owed a job.
   */
  private boolean takeAwake() {
    return awake.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** The number of threads that exist now. */
  int threadCount() {
    return executor == null ? 0 : executor.getPoolSize();
  }

  private static final class Job {
    private final int parts;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch unfinished;

    Job(int parts, IntConsumer work) {
      this.parts = parts;
      this.work = work;
      this.unfinished = new CountDownLatch(parts);
    }

    /** Takes one part after the other until none is left. */
    void run() {
      for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            work.accept(part);
          }
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          unfinished.countDown();
        }
      }
    }

    void await() {
      long start = System.nanoTime();
      while (unfinished.getCount() > 0 && System.nanoTime() - start < AWAKE_NANOS) {
        Thread.onSpinWait();
      }
      boolean interrupted = false;
      while (unfinished.getCount() > 0) {
        try {
          unfinished.await();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      switch (failure.get()) {
        case null -> {}
        case Error error -> throw error;
        case RuntimeException exception -> throw exception;
        case Throwable other -> throw new AssertionError(other);
      }
    }
  }
}
