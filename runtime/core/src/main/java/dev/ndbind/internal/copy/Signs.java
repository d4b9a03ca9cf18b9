package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.ndbind.annotation.DType;

/**
 * Resolves in a fresh copy what PyTorch marks on a view by a conjugate or negative bit. All memory
 * here is contiguous.
 */
public final class Signs {
  private Signs() {}

  /**
   * Conjugates complex numbers in place: flips the sign of the imaginary parts, zeros and NaNs
   * included.
   *
   * @param address of the first number
   * @param complexType complex64 or complex128
   * @param count how many numbers
   */
  public static void conjugate(long address, DType complexType, long count) {
    if (!complexType.isComplex()) {
      throw new IllegalArgumentException("only complex numbers are conjugated: " + complexType);
    }
    DType part = StridedCopy.component(complexType);
    flip(address + part.itemsize(), part.itemsize(), complexType.itemsize(), count);
  }

  /**
   * Negates numbers in place: flips the sign of floats and of both parts of complex numbers;
   * integers wrap around.
   *
   * @param address of the first number
   * @param type any dtype but bool, which NumPy and PyTorch do not negate either
   * @param count how many numbers
   */
  public static void negate(long address, DType type, long count) {
    if (type.isComplex()) {
      negate(address, StridedCopy.component(type), Math.multiplyExact(2, count));
    } else if (type.isFloating()) {
      flip(address, type.itemsize(), type.itemsize(), count);
    } else if (type.isInteger()) {
      negateIntegers(address, type.itemsize(), count);
    } else {
      throw new IllegalArgumentException("not a number: " + type);
    }
  }

  private static void flip(long address, int floatSize, long stride, long count) {
    long end = address + count * stride;
    switch (floatSize) {
      case 2 -> {
        for (long at = address; at < end; at += stride) {
          short bits = ALL.get(JAVA_SHORT_UNALIGNED, at);
          ALL.set(JAVA_SHORT_UNALIGNED, at, (short) (bits ^ Short.MIN_VALUE));
        }
      }
      case 4 -> {
        for (long at = address; at < end; at += stride) {
          ALL.set(JAVA_INT_UNALIGNED, at, ALL.get(JAVA_INT_UNALIGNED, at) ^ Integer.MIN_VALUE);
        }
      }
      default -> {
        for (long at = address; at < end; at += stride) {
          ALL.set(JAVA_LONG_UNALIGNED, at, ALL.get(JAVA_LONG_UNALIGNED, at) ^ Long.MIN_VALUE);
        }
      }
    }
  }

  private static void negateIntegers(long address, int itemsize, long count) {
    long end = address + count * itemsize;
    switch (itemsize) {
      case 1 -> {
        for (long at = address; at < end; at++) {
          ALL.set(JAVA_BYTE, at, (byte) -ALL.get(JAVA_BYTE, at));
        }
      }
      case 2 -> {
        for (long at = address; at < end; at += 2) {
          ALL.set(JAVA_SHORT_UNALIGNED, at, (short) -ALL.get(JAVA_SHORT_UNALIGNED, at));
        }
      }
      case 4 -> {
        for (long at = address; at < end; at += 4) {
          ALL.set(JAVA_INT_UNALIGNED, at, -ALL.get(JAVA_INT_UNALIGNED, at));
        }
      }
      default -> {
        for (long at = address; at < end; at += 8) {
          ALL.set(JAVA_LONG_UNALIGNED, at, -ALL.get(JAVA_LONG_UNALIGNED, at));
        }
      }
    }
  }
}
