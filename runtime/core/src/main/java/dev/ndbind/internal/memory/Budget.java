package dev.ndbind.internal.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that may be taken, up to a bound. The JVM bounds native memory that waits for a collection,
 * but not what is freed at a moment of our own choice; that is bounded here.
 */
public final class Budget {
  /** Of large blocks: by itself as much as the JVM allows for all that it bounds. */
  public static final Budget SHARED = new Budget(maxDirectMemory());

  private final AtomicLong taken = new AtomicLong();
  private final long most;

  /**
   * A budget of which nothing is taken.
   *
   * @param most bytes
   */
  Budget(long most) {
    this.most = most;
  }

  private static long maxDirectMemory() {
    long stated = JvmOptions.maxDirectMemorySize();
    return stated > 0 ? stated : Runtime.getRuntime().maxMemory();
  }

  /** The bound, in bytes. */
  long most() {
    return most;
  }

  /**
   * Takes some of it.
   *
   * @param bytes how much, to be given back
   * @throws OutOfMemoryError if there is not as much left; then nothing is taken
   */
  void take(long bytes) {
    long now = taken.get();
    while (bytes <= most - now) {
      if (taken.compareAndSet(now, now + bytes)) {
        return;
      }
      now = taken.get();
    }
    throw new OutOfMemoryError(
        "%d bytes of native memory are in use, %d more are asked for, and".formatted(now, bytes)
            + " -XX:MaxDirectMemorySize allows %d".formatted(most));
  }

  /** Gives back what was taken. */
  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }

  /**
   * How much is taken now.
   *
   * @return bytes
   */
  public long taken() {
    return taken.get();
  }
}
