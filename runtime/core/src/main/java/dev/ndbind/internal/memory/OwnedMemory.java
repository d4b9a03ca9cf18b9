package dev.ndbind.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The lease on memory that ndbind allocated for an array of the user, freed when neither an array
 * nor a tensor made from one can reach it any more.
 */
public final class OwnedMemory extends Lease {
  /** What vector instructions and TensorFlow like best. */
  private static final long ALIGNMENT = 64;

  private final long address;

  private OwnedMemory(MemorySegment segment) {
    super(segment);
    this.address = segment.address();
  }

  /**
   * Allocates zeroed memory.
   *
   * @param bytes how much; 0 gives an address that must not be read
   * @return the lease that owns it
   * @throws OutOfMemoryError if there is not enough, also without the copies that nobody uses now
   */
  public static OwnedMemory allocate(long bytes) {
    try {
      return new OwnedMemory(segment(bytes));
    } catch (OutOfMemoryError _) {
      BlockPool.SHARED.makeRoom();
      return new OwnedMemory(segment(bytes));
    }
  }

  private static MemorySegment segment(long bytes) {
    return Arena.ofAuto().allocate(bytes, ALIGNMENT);
  }

  /**
   * Where the memory begins.
   *
   * @return the absolute address of the first byte, a multiple of 64
   */
  public long address() {
    return address;
  }
}
