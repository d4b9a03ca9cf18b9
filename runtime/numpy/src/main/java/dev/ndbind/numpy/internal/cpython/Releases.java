package dev.ndbind.numpy.internal.cpython;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What Java has given up of Python's. It is given back by the next thread that is in Python, or
 * soon by {@link Caretaker}: cleaners must not wait for the GIL.
 */
public final class Releases {
  private static final Queue<Runnable> PENDING = new ConcurrentLinkedQueue<>();

  private Releases() {}

  /**
   * Gives something up, on any thread.
   *
   * @param giveBack called once, with the GIL; throws nothing
   */
  public static void later(Runnable giveBack) {
    PENDING.add(giveBack);
    Caretaker.wake();
  }

  /** Gives back what was given up; with the GIL. */
  static void now() {
    if (isPending()) {
      Runnable giveBack = PENDING.poll();
      while (giveBack != null) {
        giveBack.run();
        giveBack = PENDING.poll();
      }
    }
  }

  static boolean isPending() {
    return !PENDING.isEmpty();
  }
}
