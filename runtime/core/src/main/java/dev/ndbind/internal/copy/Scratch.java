package dev.ndbind.internal.copy;

import java.lang.foreign.SegmentAllocator;

/** Native memory that is allocated when it is first needed, as in most copies it never is. */
final class Scratch {
  private final SegmentAllocator allocator;
  private final long byteSize;
  private long address;

  /**
   * Allocates nothing yet.
   *
   * @param allocator gives the memory, and keeps it
   * @param byteSize how much
   */
  Scratch(SegmentAllocator allocator, long byteSize) {
    this.allocator = allocator;
    this.byteSize = byteSize;
  }

  /** Where the memory is. */
  long address() {
    if (address == 0) {
      address = allocator.allocate(byteSize, Long.BYTES).address();
    }
    return address;
  }
}
