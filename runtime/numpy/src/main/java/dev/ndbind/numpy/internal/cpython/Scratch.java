package dev.ndbind.numpy.internal.cpython;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Native memory of one thread for the arguments of functions, taken and given back as a stack. */
public final class Scratch {
  private static final int BYTES = 2048;

  private final MemorySegment memory;
  private final long start;
  private int used;

  /** What did not fit. */
  private final List<MemorySegment> large = new ArrayList<>(0);

  /**
   * Memory of an arena.
   *
   * @param arena whoever closes it, the scratch is not used afterwards
   */
  Scratch(Arena arena) {
    this.memory = arena.allocate(BYTES, 16);
    this.start = memory.address();
  }

  /**
   * Remembers what is in use.
   *
   * @return to be given to {@link #reset}
   */
  public long mark() {
    return (long) large.size() << Integer.SIZE | used;
  }

  /**
   * Gives back everything that was taken since.
   *
   * @param mark what {@link #mark} returned
   */
  public void reset(long mark) {
    used = (int) mark;
    while (large.size() > mark >>> Integer.SIZE) {
      large.removeLast();
    }
  }

  /**
   * Takes memory with any content.
   *
   * @param bytes how much
   * @return its address, a multiple of 16
   */
  public long allocate(long bytes) {
    long rounded = Math.addExact(bytes, 15) & -16;
    if (rounded > BYTES - used) {
      large.add(Arena.ofAuto().allocate(rounded, 16));
      return large.getLast().address();
    }
    long address = start + used;
    used += (int) rounded;
    return address;
  }

  /**
   * Takes memory for a string of C.
   *
   * @param text without the character 0
   * @return its address
   */
  public long string(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    long address = allocate(bytes.length + 1L);
    Memory.putBytes(address, bytes);
    Memory.putByte(address + bytes.length, (byte) 0);
    return address;
  }
}
