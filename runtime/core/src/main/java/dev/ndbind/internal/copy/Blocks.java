package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Views of native memory for loops to write to, of room for the largest block. A buffer writes a
 * float as such; a segment writes its bits as an int, a detour that is not vectorised.
 */
final class Blocks {
  private Blocks() {}

  static ByteBuffer bytes(long address, int itemsize) {
    return ALL.asSlice(address, (long) Pass.BLOCK * itemsize)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  static ShortBuffer shorts(long address) {
    return bytes(address, Short.BYTES).asShortBuffer();
  }

  static IntBuffer ints(long address) {
    return bytes(address, Integer.BYTES).asIntBuffer();
  }

  static LongBuffer longs(long address) {
    return bytes(address, Long.BYTES).asLongBuffer();
  }

  static FloatBuffer floats(long address) {
    return bytes(address, Float.BYTES).asFloatBuffer();
  }

  static DoubleBuffer doubles(long address) {
    return bytes(address, Double.BYTES).asDoubleBuffer();
  }
}
