package dev.ndbind.internal.text;

import static dev.ndbind.internal.memory.NativeMemory.ALL;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.copy.Halves;

/** Elements read from native memory, which the caller keeps alive. */
public final class StridedElements implements ArrayElements {
  private final long address;
  private final DType dtype;
  private final long[] byteStrides;

  /**
   * Describes the memory.
   *
   * @param address of the element at index 0
   * @param dtype of the elements
   * @param byteStrides one for each axis
   */
  public StridedElements(long address, DType dtype, long[] byteStrides) {
    this.address = address;
    this.dtype = dtype;
    this.byteStrides = byteStrides.clone();
  }

  @Override
  public long integer(long[] index) {
    long at = at(index);
    return switch (dtype) {
      case BOOL -> ALL.get(JAVA_BYTE, at) != 0 ? 1 : 0;
      case INT8 -> ALL.get(JAVA_BYTE, at);
      case INT16 -> ALL.get(JAVA_SHORT_UNALIGNED, at);
      case INT32 -> ALL.get(JAVA_INT_UNALIGNED, at);
      case UINT8 -> Byte.toUnsignedLong(ALL.get(JAVA_BYTE, at));
      case UINT16 -> Short.toUnsignedLong(ALL.get(JAVA_SHORT_UNALIGNED, at));
      case UINT32 -> Integer.toUnsignedLong(ALL.get(JAVA_INT_UNALIGNED, at));
      case INT64, UINT64 -> ALL.get(JAVA_LONG_UNALIGNED, at);
      default -> throw new IllegalStateException("not an integer: " + dtype);
    };
  }

  @Override
  public double real(long[] index) {
    long at = at(index);
    return switch (dtype) {
      case FLOAT16 -> Float.float16ToFloat(ALL.get(JAVA_SHORT_UNALIGNED, at));
      case BFLOAT16 -> Halves.bfloat16ToFloat(ALL.get(JAVA_SHORT_UNALIGNED, at));
      case FLOAT32, COMPLEX64 -> ALL.get(JAVA_FLOAT_UNALIGNED, at);
      case FLOAT64, COMPLEX128 -> ALL.get(JAVA_DOUBLE_UNALIGNED, at);
      default -> throw new IllegalStateException("not a float: " + dtype);
    };
  }

  @Override
  public double imaginary(long[] index) {
    return dtype == DType.COMPLEX64
        ? ALL.get(JAVA_FLOAT_UNALIGNED, at(index) + Float.BYTES)
        : ALL.get(JAVA_DOUBLE_UNALIGNED, at(index) + Double.BYTES);
  }

  private long at(long[] index) {
    long at = address;
    for (int axis = 0; axis < index.length; axis++) {
      at += index[axis] * byteStrides[axis];
    }
    return at;
  }
}
