package dev.ndbind.internal.copy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

  /** What one thread does: any number of parts, one after the other. */
  interface Worker extends AutoCloseable {
    /** Does a part. */
    void work(int part);

    @Override
    default void close() {}
  }

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

  /** Helpers that work or are awake. */
  private final AtomicInteger active = new AtomicInteger();

  /** What helpers that are awake look for: the job that came last, as long as it is not done. */
  private final AtomicReference<@Nullable Job> latest = new AtomicReference<>();

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
   * @param workers makes one on each thread, which does parts of numbers below that in any order
   * @throws RuntimeException what the first part to fail threw; parts not yet begun are left out
   */
  void share(int parts, Supplier<? extends Worker> workers) {
    Job job = new Job(parts, workers);
    latest.set(job);
    try {
      callFor(job, Math.min(count, parts - 1));
      job.run();
      job.await();
    } finally {
      latest.compareAndSet(job, null);
    }
  }

  private void callFor(Job job, int helpers) {
    if (executor == null) {
      return;
    }
    try {
      for (int i = active.get(); i < helpers; i++) {
        executor.execute(() -> help(job));
      }
    } catch (OutOfMemoryError _) {
      // The system gives no more threads: those at hand, or the caller alone, do it.
    }
  }

  /** Does a job, and those that come before the thread falls asleep. */
  private void help(Job first) {
    active.incrementAndGet();
    try {
      for (@Nullable Job job = first; job != null; job = nextJob()) {
        job.run();
      }
    } finally {
      active.decrementAndGet();
    }
  }

  private @Nullable Job nextJob() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < AWAKE_NANOS) {
      Job job = latest.get();
      if (job != null && job.hasPartsLeft()) {
        return job;
      }
      Thread.onSpinWait();
    }
    return null;
  }

  /** The number of threads that exist now. */
  int threadCount() {
    return executor == null ? 0 : executor.getPoolSize();
  }

  private static final class Job {
    private final int parts;
    private final Supplier<? extends Worker> workers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch unfinished;

    Job(int parts, Supplier<? extends Worker> workers) {
      this.parts = parts;
      this.workers = workers;
      this.unfinished = new CountDownLatch(parts);
    }

    boolean hasPartsLeft() {
      return next.get() < parts;
    }

    /** Takes one part after the other until none is left. */
    void run() {
      int first = next.getAndIncrement();
      if (first < parts) {
        run(first);
      }
    }

    private void run(int first) {
      int part = first;
      try (Worker worker = workers.get()) {
        while (part < parts) {
          if (failure.get() == null) {
            worker.work(part);
          }
          unfinished.countDown();
          part = next.getAndIncrement();
        }
      } catch (RuntimeException | Error thrown) {
        failure.compareAndSet(null, thrown);
        leaveOut(part);
      }
    }

    /** Counts a part that failed, and those that nobody has begun. */
    private void leaveOut(int failed) {
      for (int part = failed; part < parts; part = next.getAndIncrement()) {
        unfinished.countDown();
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
