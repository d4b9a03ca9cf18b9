package dev.ndbind.internal.memory;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Does something every second as long as there is something to do. One daemon thread, which ends
 * when it is idle, serves all housekeepers.
 */
public final class Housekeeper {
  private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

  private final BooleanSupplier work;
  private final AtomicBoolean awake = new AtomicBoolean();

  /**
   * A housekeeper that sleeps.
   *
   * @param work returns whether it is to be done again
   */
  public Housekeeper(BooleanSupplier work) {
    this.work = work;
  }

  private static ScheduledThreadPoolExecutor executor() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform()
                .daemon()
                .name("ndbind-housekeeper")
                .inheritInheritableThreadLocals(false)
                .factory());
    executor.setKeepAliveTime(2, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Makes sure that the work is done within a second or so. */
  public void wake() {
    if (awake.get() || !awake.compareAndSet(false, true)) {
      return;
    }
    try {
      Future<?> _ = EXECUTOR.schedule(this::run, 1, TimeUnit.SECONDS);
    } catch (OutOfMemoryError _) { // No more threads at the moment; the next one to wake it tries.
      awake.set(false);
    }
  }

  private void run() {
    awake.set(false); // First: who adds work from now on wakes it again.
    if (work.getAsBoolean()) {
      wake();
    }
  }
}
