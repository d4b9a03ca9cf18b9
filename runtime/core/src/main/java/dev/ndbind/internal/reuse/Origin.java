package dev.ndbind.internal.reuse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of which copies are remembered. It is held once, however many copies there are and in
 * whichever stores: only so can be told that nobody else holds it.
 */
public final class Origin {
  private static final ConcurrentMap<Identity, Origin> ORIGINS = new ConcurrentHashMap<>();

  private final Identity identity;
  private final long address;
  private final Held held;

  // Changed only while the map holds the identity's lock.
  private int copies = 1;
  private volatile boolean moved;

  /** What a framework keeps for us. */
  public interface Held {
    /**
     * How much memory lives no shorter than this.
     *
     * @return bytes
     */
    long bytes();

    /**
     * Whether nobody else holds the tensor, so that nobody can ask for its copies any more.
     *
     * @return true if it is of no use
     */
    boolean isAbandoned();

    /** Lets go of tensor and memory. */
    void release();
  }

  private Origin(Identity identity, long address, Held held) {
    this.identity = identity;
    this.address = address;
    this.held = held;
  }

  /**
   * Holds a tensor for one more copy.
   *
   * @param identity its own
   * @param address where its memory is now
   * @param hold called if it is not yet held; null if its memory is no longer there
   * @return to be released; null if it cannot be held
   */
  static @Nullable Origin of(Identity identity, long address, Supplier<@Nullable Held> hold) {
    @Nullable Origin[] found = new Origin[1];
    ORIGINS.compute(
        identity,
        (_, present) -> {
          found[0] = again(present, address);
          if (found[0] == null) {
            Held held = hold.get();
            found[0] = held == null ? null : new Origin(identity, address, held);
          }
          return found[0] == null ? present : found[0];
        });
    return found[0];
  }

  private static @Nullable Origin again(@Nullable Origin present, long address) {
    if (present == null) {
      return null;
    }
    if (present.address == address) {
      present.copies++;
      return present;
    }
    present.moved = true; // The tensor has other memory now.
    return null;
  }

  /** How many bytes of the tensor's memory live no shorter than this. */
  long bytes() {
    return held.bytes();
  }

  /** Whether no call can ask for the copies any more. */
  boolean isAbandoned() {
    return moved || held.isAbandoned();
  }

  /** Gives up one copy. */
  void release() {
    boolean[] last = new boolean[1];
    ORIGINS.compute(
        identity,
        (_, present) -> {
          copies--;
          last[0] = copies == 0;
          return last[0] && present == this ? null : present;
        });
    if (last[0]) {
      held.release();
    }
  }
}
