package dev.ndbind.internal.memory;

import org.jspecify.annotations.Nullable;

/** A lease that lasts as long as its owner is reachable, unless somebody ends it. */
public class LastingLease extends Lease {
  @SuppressWarnings("unused") // Kept reachable.
  private final @Nullable Object owner;

  /** 0 until somebody asks. */
  private long id;

  /**
   * A lease.
   *
   * @param owner what keeps the memory valid; null if nothing needs to
   */
  public LastingLease(@Nullable Object owner) {
    this.owner = owner;
  }

  @Override
  public final synchronized long id() {
    if (id == 0) {
      id = newId();
    }
    return id;
  }
}
