package dev.ndbind.pytorch;

import java.util.function.BooleanSupplier;

/** Waits for what the garbage collector frees. */
final class Garbage {
  private Garbage() {}

  /** Whether a condition becomes true within ten seconds of collections. */
  static boolean collectedUntil(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(100);
    }
    return condition.getAsBoolean();
  }
}
