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

/** Reads strided elements of native memory into a batch of longs or doubles, without loss. */
final class Gather {
  private Gather() {}

  /**
   * Reads bool as 0 or 1, integers by value, uint64 as its bits, and complex numbers as their truth
   * value.
   */
  static void longs(DType type, long src, long stride, long[] out, int count) {
    switch (type) {
      case BOOL -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_BYTE, at(src, stride, 1, i)) != 0 ? 1 : 0;
        }
      }
      case INT8 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_BYTE, at(src, stride, 1, i));
        }
      }
      case UINT8 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_BYTE, at(src, stride, 1, i)) & 0xFFL;
        }
      }
      case INT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_SHORT_UNALIGNED, at(src, stride, 2, i));
        }
      }
      case UINT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_SHORT_UNALIGNED, at(src, stride, 2, i)) & 0xFFFFL;
        }
      }
      default -> wideLongs(type, src, stride, out, count);
    }
  }

  private static void wideLongs(DType type, long src, long stride, long[] out, int count) {
    switch (type) {
      case INT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_INT_UNALIGNED, at(src, stride, 4, i));
        }
      }
      case UINT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_INT_UNALIGNED, at(src, stride, 4, i)) & 0xFFFF_FFFFL;
        }
      }
      case INT64, UINT64 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_LONG_UNALIGNED, at(src, stride, 8, i));
        }
      }
      case COMPLEX64 -> {
        for (int i = 0; i < count; i++) {
          long item = at(src, stride, 8, i);
          boolean real = ALL.get(JAVA_FLOAT_UNALIGNED, item) != 0;
          boolean imaginary = ALL.get(JAVA_FLOAT_UNALIGNED, item + Float.BYTES) != 0;
          out[i] = real || imaginary ? 1 : 0;
        }
      }
      case COMPLEX128 -> {
        for (int i = 0; i < count; i++) {
          long item = at(src, stride, 16, i);
          boolean real = ALL.get(JAVA_DOUBLE_UNALIGNED, item) != 0;
          boolean imaginary = ALL.get(JAVA_DOUBLE_UNALIGNED, item + Double.BYTES) != 0;
          out[i] = real || imaginary ? 1 : 0;
        }
      }
      default -> throw new IllegalArgumentException("not read as long: " + type);
    }
  }

  /** Reads floats of any width by value. */
  static void doubles(DType type, long src, long stride, double[] out, int count) {
    switch (type) {
      case FLOAT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = Float.float16ToFloat(ALL.get(JAVA_SHORT_UNALIGNED, at(src, stride, 2, i)));
        }
      }
      case BFLOAT16 -> {
        for (int i = 0; i < count; i++) {
          out[i] = Halves.bfloat16ToFloat(ALL.get(JAVA_SHORT_UNALIGNED, at(src, stride, 2, i)));
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_FLOAT_UNALIGNED, at(src, stride, 4, i));
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < count; i++) {
          out[i] = ALL.get(JAVA_DOUBLE_UNALIGNED, at(src, stride, 8, i));
        }
      }
      default -> throw new IllegalArgumentException("not read as double: " + type);
    }
  }
}
