package dev.ndbind.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The permission to use a piece of memory, shared by an array and everything sliced from it.
 *
 * <p>A lease keeps its owner reachable, and with it the memory. It can be revoked once: each
 * accessor reads {@link #isRevoked} beside its index check, a plain field that compilers move out
 * of loops. There is no ordering between threads: a thread that still runs through an array while
 * its lease is revoked on another thread is a fault of the program.
 */
public class Lease {
  private final @Nullable Object owner;
  private boolean revoked;

  /**
   * A lease that lasts as long as its owner is reachable.
   *
   * @param owner what keeps the memory valid; null if nothing needs to
   */
  public Lease(@Nullable Object owner) {
    this.owner = owner;
  }

  /**
   * What keeps the memory valid.
   *
   * @return the owner given
   */
  public final @Nullable Object owner() {
    return owner;
  }

  /** Ends the permission; accessors throw from now on. */
  protected final void revoke() {
    revoked = true;
  }

  /**
   * Whether the permission has ended.
   *
   * @return true after {@link #revoke}
   */
  public final boolean isRevoked() {
    return revoked;
  }

  /**
   * A segment over memory of this lease, valid as long as the lease can make it.
   *
   * @param address the first byte
   * @param bytes how many
   * @return a native segment that keeps the owner reachable
   */
  @SuppressWarnings("restricted") // The arrays' own memory, with its true size.
  public MemorySegment segment(long address, long bytes) {
    return MemorySegment.ofAddress(address)
        .reinterpret(bytes, Arena.ofAuto(), _ -> heldByThisCleanup());
  }

  /** Does nothing: the segment's arena reaches the lease, and with it the owner, through it. */
  private void heldByThisCleanup() {}

  /**
   * Names the memory in the message of a use after revocation.
   *
   * @return a noun phrase and what ended it
   */
  public String whyRevoked() {
    return "the memory of this array has been released";
  }
}
