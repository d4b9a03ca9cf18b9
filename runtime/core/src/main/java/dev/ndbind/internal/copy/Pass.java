package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;

import java.lang.foreign.MemorySegment;

/**
 * One loop of a conversion, over a block of elements that lie side by side.
 *
 * <p>The loop reads a small array and writes native memory, through a buffer over it. Such a loop
 * is vectorised; one that reads native memory and writes native memory is not, since HotSpot cannot
 * know that the one is not the other. What the loop reads is copied to the array first, which costs
 * little, as it stays in the nearest cache, and lets the array have any element type: two int16 may
 * be read as one int. Loops over several elements at a time go on to the end of the last word, so
 * that a destination needs some room behind the block.
 *
 * @param <A> the type of array
 * @param in the array
 * @param bytes the same memory
 * @param bytesPerElement of an element to convert
 * @param elementsPerItem how many elements are in one item of the array
 * @param loop what is done
 */
record Pass<A>(A in, MemorySegment bytes, int bytesPerElement, int elementsPerItem, Loop<A> loop) {
  /**
   * Most elements in a block. Loops take {@code Math.min(count, BLOCK)} for what it tells HotSpot:
   * that no index overflows, without which it vectorises nothing that has a native address.
   */
  static final int BLOCK = 1024;

  /** Elements that a destination must have room for in multiples. */
  static final int GROUP = 4;

  /** A loop from an array to native memory. */
  @FunctionalInterface
  interface Loop<A> {
    /** Converts the first {@code count} items, of which there are at most {@link #BLOCK}. */
    void run(A in, long dst, int count);
  }

  static Pass<short[]> ofShorts(int capacity, Loop<short[]> loop) {
    short[] in = new short[capacity];
    return new Pass<>(in, MemorySegment.ofArray(in), Short.BYTES, 1, loop);
  }

  static Pass<int[]> ofInts(int capacity, int elementsPerInt, Loop<int[]> loop) {
    int[] in = new int[Math.ceilDiv(capacity, elementsPerInt)];
    return new Pass<>(
        in, MemorySegment.ofArray(in), Integer.BYTES / elementsPerInt, elementsPerInt, loop);
  }

  static Pass<long[]> ofLongs(int capacity, int elementsPerLong, Loop<long[]> loop) {
    long[] in = new long[Math.ceilDiv(capacity, elementsPerLong)];
    return new Pass<>(
        in, MemorySegment.ofArray(in), Long.BYTES / elementsPerLong, elementsPerLong, loop);
  }

  static Pass<float[]> ofFloats(int capacity, Loop<float[]> loop) {
    float[] in = new float[capacity];
    return new Pass<>(in, MemorySegment.ofArray(in), Float.BYTES, 1, loop);
  }

  static Pass<double[]> ofDoubles(int capacity, int doublesPerElement, Loop<double[]> loop) {
    double[] in = new double[capacity * doublesPerElement];
    return new Pass<>(in, MemorySegment.ofArray(in), Double.BYTES * doublesPerElement, 1, loop);
  }

  /** Converts a block. */
  void run(long src, long dst, int count) {
    MemorySegment.copy(ALL, src, bytes, 0, (long) count * bytesPerElement);
    loop.run(in, dst, Math.ceilDiv(count, elementsPerItem));
  }
}
