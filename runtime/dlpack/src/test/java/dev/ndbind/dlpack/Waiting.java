package dev.ndbind.dlpack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** For what another thread does soon. */
final class Waiting {
  private static final Duration GUARD = Duration.ofSeconds(30);

  private Waiting() {}

  static boolean until(BooleanSupplier condition) {
    return until(condition, () -> {});
  }

  /** For what a garbage collection does. */
  static boolean collecting(BooleanSupplier condition) {
    return until(condition, System::gc);
  }

  /** Whether every consumer has called its deleter, those that nobody reaches any more included. */
  static boolean areAllDeleted() {
    return collecting(() -> Exports.count() == 0);
  }

  private static boolean until(BooleanSupplier condition, Runnable meanwhile) {
    long end = System.nanoTime() + GUARD.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      meanwhile.run();
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return condition.getAsBoolean();
  }
}
