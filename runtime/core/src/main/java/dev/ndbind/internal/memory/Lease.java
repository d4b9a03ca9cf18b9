package dev.ndbind.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The permission to use a piece of memory, shared by an array and everything sliced from it.
 *
 * <p>A lease keeps reachable what the memory needs. It can be revoked once. From then on the memory
 * is given back as soon as nothing runs through it as a whole any more:
 *
 * <ul>
 *   <li>Accessors of single elements read {@link #isRevoked} beside their index check, a plain
 *       field that compilers move out of loops. A thread that still runs such a loop while the
 *       lease is revoked on another thread is a fault of the program. With {@code
 *       -Dndbind.checked=true} each access looks anew, so that such a loop throws.
 *   <li>Bulk operations {@linkplain #enter() enter} and {@linkplain #exit() exit}: the memory is
 *       not given back before they have ended, whichever thread they run on.
 * </ul>
 */
public abstract class Lease {
  private static final VarHandle STATE = state();
  private static final boolean CHECKED = Boolean.getBoolean("ndbind.checked");
  private static final AtomicLong IDS = new AtomicLong();
  private static final int REVOKED = Integer.MIN_VALUE;

  /** How many bulk operations run now; negative when revoked. */
  private int state;

  /** Not yet revoked. */
  protected Lease() {}

  private static VarHandle state() {
    try {
      return MethodHandles.lookup().findVarHandle(Lease.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the field is right here", e);
    }
  }

  /**
   * Whether uses that compilers cannot see through are looked for, at a cost.
   *
   * @return true with {@code -Dndbind.checked=true}
   */
  public static boolean isChecked() {
    return CHECKED;
  }

  /**
   * Ends the permission because the user does not need the memory any more.
   *
   * @throws UnsupportedOperationException if it is not the user's to free
   */
  public void free() {
    throw new UnsupportedOperationException(
        "the array does not own its memory; copy() makes one that does");
  }

  /** Ends the permission; accessors throw from now on. Does nothing the second time. */
  protected final void revoke() {
    if ((int) STATE.getAndBitwiseOr(this, REVOKED) == 0) {
      unused();
    }
  }

  /**
   * Whether the permission has ended.
   *
   * @return true after {@link #revoke}
   */
  public final boolean isRevoked() {
    return (CHECKED ? (int) STATE.getAcquire(this) : state) < 0;
  }

  /**
   * Begins a bulk operation, if it may, which {@link #exit} ends.
   *
   * @return false if the lease has been revoked
   */
  public final boolean tryEnter() {
    int now = (int) STATE.getVolatile(this);
    while (now >= 0 && !STATE.compareAndSet(this, now, now + 1)) {
      now = (int) STATE.getVolatile(this);
    }
    return now >= 0;
  }

  /**
   * Begins a bulk operation, which {@link #exit} ends.
   *
   * @throws IllegalStateException if the lease has been revoked
   */
  public final void enter() {
    if (!tryEnter()) {
      throw new IllegalStateException(whyRevoked());
    }
  }

  /** Ends a bulk operation. */
  public final void exit() {
    if ((int) STATE.getAndAdd(this, -1) == REVOKED + 1) {
      unused();
    }
  }

  /** Called once, on any thread: the lease is revoked, and no bulk operation runs any more. */
  protected void unused() {}

  /**
   * What tells this lease from all others, for ever.
   *
   * @return a positive number, the same each time
   */
  public abstract long id();

  /**
   * A number for a lease that has been asked for its own.
   *
   * @return positive, never given before
   */
  protected static long newId() {
    return IDS.incrementAndGet();
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
