package dev.ndbind.internal.observe;

import java.util.concurrent.atomic.LongAdder;

/** Counts the copies of one kind in the whole process. Views are not counted: it would show. */
public final class CopyCounter {
  /** Arguments copied as they are. */
  public static final CopyCounter COPY = new CopyCounter();

  /** Arguments copied and converted to another dtype. */
  public static final CopyCounter CAST = new CopyCounter();

  /** Arguments brought to the host's memory. */
  public static final CopyCounter TRANSFER = new CopyCounter();

  /** What methods wrote, copied back to the tensors. */
  public static final CopyCounter WRITE_BACK = new CopyCounter();

  /** Results copied. */
  public static final CopyCounter RESULT = new CopyCounter();

  private final LongAdder copies = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  private CopyCounter() {}

  /**
   * Counts a copy that has been made.
   *
   * @param size in bytes
   */
  public void add(long size) {
    copies.increment();
    bytes.add(size);
  }

  /**
   * How many there were.
   *
   * @return copies since the process began
   */
  public long copies() {
    return copies.sum();
  }

  /**
   * How large they were.
   *
   * @return the sum of their bytes
   */
  public long bytes() {
    return bytes.sum();
  }
}
