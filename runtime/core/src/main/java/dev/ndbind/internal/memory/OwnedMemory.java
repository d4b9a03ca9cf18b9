package dev.ndbind.internal.memory;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;

/**
 * The lease on memory that belongs to an array of the user alone: ndbind allocated it, or a library
 * made it for the array and handed it over. The memory is given back when neither an array nor a
 * tensor made from one can reach it any more, or earlier when it is freed.
 */
public final class OwnedMemory extends LastingLease {
  private static final Cleaner CLEANER =
      Cleaner.create(
          Thread.ofPlatform()
              .daemon()
              .name("ndbind-cleaner")
              .inheritInheritableThreadLocals(false)
              .factory());

  private final long address;
  private final Cleaner.Cleanable memory;

  /** A segment cannot be revoked: once there is one, reachability alone decides. */
  private volatile boolean isExposed;

  private OwnedMemory(long address, Runnable release) {
    super(null);
    this.address = address;
    this.memory = CLEANER.register(this, release);
  }

  private static OwnedMemory of(Block block) {
    return new OwnedMemory(block.address(), block::release);
  }

  /**
   * Allocates memory with any content.
   *
   * @param bytes how much; 0 gives an address that must not be read
   * @return the lease that owns it
   * @throws OutOfMemoryError if there is not enough, also without the copies that nobody uses now
   */
  public static OwnedMemory allocate(long bytes) {
    return of(BlockPool.SHARED.borrow(bytes));
  }

  /**
   * Allocates memory filled with zeros.
   *
   * @param bytes how much; 0 gives an address that must not be read
   * @return the lease that owns it
   * @throws OutOfMemoryError if there is not enough, also without the copies that nobody uses now
   */
  public static OwnedMemory zeros(long bytes) {
    return of(BlockPool.SHARED.borrowZeros(bytes));
  }

  /**
   * Takes over memory that nobody else reaches.
   *
   * @param address of the first byte
   * @param release gives it back; called once, on any thread, and must not wait for others
   * @return the lease that owns it
   */
  public static OwnedMemory adopt(long address, Runnable release) {
    return new OwnedMemory(address, release);
  }

  /**
   * Where the memory begins.
   *
   * @return the absolute address of the first byte, a multiple of 64 unless it was adopted
   */
  public long address() {
    return address;
  }

  @Override
  public MemorySegment segment(long first, long bytes) {
    enter();
    try {
      isExposed = true;
      return super.segment(first, bytes);
    } finally {
      exit();
    }
  }

  @Override
  public void free() {
    revoke();
  }

  @Override
  protected void unused() {
    if (!isExposed) {
      memory.clean();
    }
  }

  @Override
  public String whyRevoked() {
    return "the memory of this array has been freed";
  }
}
