package dev.ndbind.internal.copy;

import static dev.ndbind.internal.copy.Rows.at;
import static dev.ndbind.internal.memory.NativeMemory.ALL;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.ndbind.annotation.DType;

/** Writes a batch of longs or doubles to strided elements of native memory. */
final class Scatter {
  private Scatter() {}

  /** Writes the low bits of each value to an integer type; 1 for everything but 0 to bool. */
  static void longs(long[] in, DType type, long dst, long stride, int count) {
    if (type == DType.BOOL) {
      for (int i = 0; i < count; i++) {
        ALL.set(JAVA_BYTE, at(dst, stride, 1, i), (byte) (in[i] != 0 ? 1 : 0));
      }
      return;
    }
    switch (type.itemsize()) {
      case 1 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_BYTE, at(dst, stride, 1, i), (byte) in[i]);
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_SHORT_UNALIGNED, at(dst, stride, 2, i), (short) in[i]);
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_INT_UNALIGNED, at(dst, stride, 4, i), (int) in[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_LONG_UNALIGNED, at(dst, stride, 8, i), in[i]);
        }
      }
    }
  }

  /** Writes each value rounded to the nearest float of the type, ties to even. */
  static void doubles(double[] in, DType type, long dst, long stride, int count) {
    switch (type) {
      case FLOAT16 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_SHORT_UNALIGNED, at(dst, stride, 2, i), Halves.float16(in[i]));
        }
      }
      case BFLOAT16 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_SHORT_UNALIGNED, at(dst, stride, 2, i), Halves.bfloat16(in[i]));
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_FLOAT_UNALIGNED, at(dst, stride, 4, i), (float) in[i]);
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < count; i++) {
          ALL.set(JAVA_DOUBLE_UNALIGNED, at(dst, stride, 8, i), in[i]);
        }
      }
      default -> throw new IllegalArgumentException("not written from double: " + type);
    }
  }
}
