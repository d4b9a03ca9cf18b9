package dev.ndbind.internal.memory;

import java.lang.foreign.MemorySegment;

/**
 * The process's whole address space as one segment, read and written at absolute addresses.
 *
 * <p>Every array goes through this one constant. Arrays that each hold a segment of their own make
 * user code see several kinds of segment at one call site, which costs a factor of 15 to 50.
 */
public final class NativeMemory {
  /** All memory; offset 0 is address 0. Bounds and lifetime are the caller's to check. */
  @SuppressWarnings("restricted") // Arrays check bounds and lifetime themselves.
  public static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private NativeMemory() {}
}
