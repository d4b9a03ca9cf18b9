package dev.ndbind.internal.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Native memory of a {@link BlockPool}, lent to one borrower after the other. */
final class Chunk {
  /** From here on, memory is unmapped when it is freed; what is smaller waits for a collection. */
  static final long LARGE = 1 << 20;

  /** What vector instructions and TensorFlow like best. */
  private static final long ALIGNMENT = 64;

  final long address;
  final long bytes;

  /** When it was last given back, in the pool's own time. */
  long idleSince;

  /** Closing one stops all threads for a moment, which is nothing beside the cost of the memory. */
  private final @Nullable Arena closeable;

  private final MemorySegment memory;

  /**
   * Allocates memory.
   *
   * @throws OutOfMemoryError if there is not enough
   */
  @SuppressWarnings("MustBeClosedChecker") // free() does.
  Chunk(long bytes) {
    this.bytes = bytes;
    this.closeable = bytes < LARGE ? null : Arena.ofShared();
    this.memory = closeable == null ? allocate(Arena.ofAuto(), bytes) : bounded(closeable, bytes);
    this.address = memory.address();
  }

  private static MemorySegment allocate(Arena arena, long bytes) {
    return arena.allocate(bytes, ALIGNMENT);
  }

  /** The JVM counts only memory that waits for a collection. */
  private static MemorySegment bounded(Arena arena, long bytes) {
    Budget.SHARED.take(bytes);
    try {
      return allocate(arena, bytes);
    } catch (OutOfMemoryError e) {
      Budget.SHARED.giveBack(bytes);
      throw e;
    }
  }

  void fill(byte value) {
    memory.fill(value);
  }

  void free() {
    if (closeable != null) {
      closeable.close();
      Budget.SHARED.giveBack(bytes);
    }
  }
}
