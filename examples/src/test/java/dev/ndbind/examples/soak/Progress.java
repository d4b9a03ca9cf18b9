package dev.ndbind.examples.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How far all threads together have come, with a mark of memory at each tenth of the way. */
final class Progress {
  private static final int MARKS = 10;

  private final long wanted;
  private final AtomicLong made = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final List<Mark> marks = new ArrayList<>();

  Progress(long wanted) {
    this.wanted = wanted;
  }

  boolean isWanted() {
    return made.get() < wanted && failure.get() == null;
  }

  void fail(Throwable thrown) {
    failure.compareAndSet(null, thrown);
  }

  void add(int conversions) {
    long now = made.addAndGet(conversions);
    if (tenths(now) > tenths(now - conversions)) {
      mark(now);
    }
  }

  private long tenths(long conversions) {
    return Math.min(conversions, wanted) * MARKS / wanted;
  }

  private synchronized void mark(long conversions) {
    Mark mark = Mark.now(conversions);
    marks.add(mark);
    System.out.println(mark);
  }

  /** Throws what a thread has thrown; returns all marks. */
  synchronized List<Mark> marks() {
    if (failure.get() != null) {
      throw new AssertionError("a thread failed", failure.get());
    }
    return List.copyOf(marks);
  }
}
