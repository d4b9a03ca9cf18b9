package dev.ndbind.numpy.internal.cpython;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * References that Java has given up. They are given back by the next thread that is in Python, or
 * soon by {@link Caretaker}: cleaners must not wait for the GIL.
 */
public final class Releases {
  private static final Queue<Long> PENDING = new ConcurrentLinkedQueue<>();

  private Releases() {}

  /**
   * Gives up a reference, on any thread.
   *
   * @param object the object
   */
  public static void later(long object) {
    PENDING.add(object);
    Caretaker.wake();
  }

  /** Gives back what was given up; with the GIL. */
  static void now() {
    if (isPending()) {
      Long object = PENDING.poll();
      while (object != null) {
        CPython.decRef(object);
        object = PENDING.poll();
      }
    }
  }

  static boolean isPending() {
    return !PENDING.isEmpty();
  }
}
