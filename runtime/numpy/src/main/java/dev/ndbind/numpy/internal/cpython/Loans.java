package dev.ndbind.numpy.internal.cpython;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory of Java's that Python may keep. An ndarray over it has a capsule as its base, as have all
 * arrays derived from it; when Python destroys the capsule, the memory is given back.
 */
public final class Loans {
  private static final long NAME = name();
  private static final long DESTRUCTOR =
      Library.callback(
          MethodHandles.lookup(), "destroyed", MethodType.methodType(void.class, long.class), "VL");

  private static final Map<Long, Runnable> OPEN = new ConcurrentHashMap<>();
  private static final AtomicLong IDS = new AtomicLong();
  private static final Queue<Runnable> ENDED = new ConcurrentLinkedQueue<>();

  private Loans() {}

  private static long name() {
    return Arena.global().allocateFrom("ndbind").address();
  }

  /**
   * A base for an array.
   *
   * @param giveBack called once, on any thread, when no array needs the memory any more
   * @return a new reference, or 0 with an exception of Python's; then the memory is not given back
   */
  public static long capsule(Runnable giveBack) {
    long id = IDS.incrementAndGet();
    OPEN.put(id, giveBack);
    long capsule = CPython.capsule(id, NAME, DESTRUCTOR);
    if (capsule == 0) {
      OPEN.remove(id);
    }
    return capsule;
  }

  /**
   * A base that gives nothing back, for arrays that no code of Python's has kept so far. It keeps
   * Python from making a read-only array writable.
   *
   * @return a new reference, or 0 with an exception of Python's
   */
  static long placeholder() {
    return CPython.capsule(-1, NAME, 0);
  }

  /** Python calls this, on any of its threads, and nothing may be thrown to it. */
  @SuppressWarnings("unused")
  private static void destroyed(long capsule) {
    try {
      Runnable giveBack = OPEN.remove(CPython.pointer(capsule, NAME));
      if (giveBack != null) {
        ENDED.add(giveBack);
        Caretaker.wake();
      }
    } catch (Throwable e) { // No memory for a node of the queue: this one is never given back.
      Caretaker.report(e);
    }
  }

  /**
   * Ends a loan that no capsule stands for.
   *
   * @param giveBack called once this thread, or another one, leaves Python
   */
  public static void end(Runnable giveBack) {
    ENDED.add(giveBack);
  }

  /** Gives back what Python has given up; without the GIL. */
  static void giveBack() {
    if (isEnded()) {
      Runnable giveBack = ENDED.poll();
      while (giveBack != null) {
        giveBackOne(giveBack);
        giveBack = ENDED.poll();
      }
    }
  }

  /** Whoever leaves Python at the moment must not see exceptions of somebody else's tensor. */
  private static void giveBackOne(Runnable giveBack) {
    try {
      giveBack.run();
    } catch (RuntimeException e) {
      Caretaker.report(e);
    }
  }

  static boolean isEnded() {
    return !ENDED.isEmpty();
  }

  /**
   * How many loans Python has.
   *
   * @return those that have not ended
   */
  public static int count() {
    return OPEN.size();
  }
}
