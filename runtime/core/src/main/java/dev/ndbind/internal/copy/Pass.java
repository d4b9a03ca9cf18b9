package dev.ndbind.internal.copy;

import java.lang.foreign.MemorySegment;

/**
 * One loop of a conversion, over a block of elements that lie side by side.
 *
 * <p>The loop goes from a small array to native memory, or back. Such a loop is vectorised; one
 * from native memory to native memory is not, since HotSpot cannot know that the one is not the
 * other. Copying between the array and where the block is costs little, as the array stays in the
 * nearest cache, and lets it have any type: two int16 may be read as one int. A loop over several
 * elements at a time goes on to the end of the last word.
 *
 * @param <A> the type of the array
 * @param array what the loop reads or writes
 * @param bytes the same memory
 * @param reads whether the loop goes from native memory to the array
 * @param elementsPerItem how many elements are in one item of the array, if it is read, else in one
 *     of native memory
 * @param bytesPerElement of what is read
 * @param loop what is done
 */
record Pass<A>(
    A array,
    MemorySegment bytes,
    boolean reads,
    int elementsPerItem,
    int bytesPerElement,
    Loop<A> loop) {
  /**
   * Most elements in a block. Loops take {@code Math.min(count, BLOCK)} for what it tells HotSpot:
   * that no index overflows, without which it vectorises nothing that has a native address.
   */
  static final int BLOCK = 2048;

  /** The most elements that any loop takes at a time. */
  static final int GROUP = 4;

  /** A loop between an array and native memory. */
  @FunctionalInterface
  interface Loop<A> {
    /** Converts {@code count} items, of which there are at most {@link #BLOCK}. */
    void run(A array, long address, int count);
  }

  /** Runs the loop over a block in native memory and the array, whichever it reads. */
  void run(long address, int elements) {
    loop.run(array, address, Math.ceilDiv(elements, elementsPerItem));
  }
}
