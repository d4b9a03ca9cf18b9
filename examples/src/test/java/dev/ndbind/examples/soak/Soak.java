package dev.ndbind.examples.soak;

import dev.ndbind.ReuseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Millions of conversions, of tensors of both frameworks, on hundreds of threads: each value is
 * right, and memory does not grow. Prints a table of memory.
 */
final class Soak {
  private static final int PLATFORM_THREADS = 4;
  private static final int VIRTUAL_THREADS = 200;
  private static final long MIB = 1 << 20;

  /** So little that the copies of the large tensors drive each other out. */
  private static final long REMEMBERED = 12 * MIB;

  /** What threads that remember large copies at the same moment may have beyond that. */
  private static final long COMING = 36 * MIB;

  /** What resident memory varies by from one moment to another. */
  private static final long NOISE = 64 * MIB;

  /** Of what the JVM counts: nothing as large as a tensor. */
  private static final long LASTING_BYTES = 64 << 10;

  /** Native objects that live as long as the process, or that JavaCPP frees at a collection. */
  private static final int LASTING_POINTERS = 100;

  private Soak() {}

  /** Takes the number of conversions from {@code -Dndbind.soak.conversions}. */
  public static void main(String[] arguments) throws InterruptedException {
    Progress progress = new Progress(Long.getLong("ndbind.soak.conversions"));
    ReuseStore.shared().limit(REMEMBERED);
    System.out.println(Mark.HEADER);
    try (SharedTensors shared = new SharedTensors(new SplittableRandom(0))) {
      for (Thread thread : start(progress, shared)) {
        thread.join();
      }
    }
    requireFlat(progress.marks());
    requireNothingLeft();
  }

  private static List<Thread> start(Progress progress, SharedTensors shared) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= PLATFORM_THREADS + VIRTUAL_THREADS; i++) {
      Thread.Builder kind = i <= PLATFORM_THREADS ? Thread.ofPlatform() : Thread.ofVirtual();
      threads.add(kind.start(new Worker(progress, shared, i)));
    }
    return threads;
  }

  /** The last of ten marks against those of the middle, when everything has warmed up. */
  private static void requireFlat(List<Mark> marks) {
    long middle = marks.subList(3, 6).stream().mapToLong(Mark::resident).max().orElseThrow();
    long last = marks.subList(7, 10).stream().mapToLong(Mark::resident).max().orElseThrow();
    if (last > middle + NOISE) {
      throw new AssertionError(
          "resident memory grew from %d to %d MiB".formatted(middle / MIB, last / MIB));
    }
    for (Mark mark : marks) {
      requireBounded(mark);
    }
  }

  private static void requireBounded(Mark mark) {
    long idle = Runtime.getRuntime().maxMemory() / 8; // The pool's bound.
    if (mark.idle() > idle || mark.reuse().bytes() > REMEMBERED + COMING) {
      throw new AssertionError("too much is kept: " + mark);
    }
  }

  /** All tensors are closed now. What was kept for them goes within seconds, or at a collection. */
  private static void requireNothingLeft() throws InterruptedException {
    Mark mark = Mark.now(0);
    for (int i = 0; i < 600 && !isNothingLeft(mark); i++) {
      System.gc();
      Thread.sleep(100);
      mark = Mark.now(0);
    }
    System.out.println(mark);
    if (!isNothingLeft(mark)) {
      throw new AssertionError("something is left");
    }
  }

  private static boolean isNothingLeft(Mark mark) {
    return mark.reuse().copies() == 0
        && mark.reuse().bytes() == 0
        && mark.idle() == 0
        && mark.large() == 0
        && mark.counted() < LASTING_BYTES
        && mark.pointers() <= LASTING_POINTERS;
  }
}
