package dev.ndbind.processor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Complex128Array;
import dev.ndbind.Complex64Array;
import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt32Array;
import dev.ndbind.UInt64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Elements of every dtype as small numbers, which every dtype but bool can hold: the real part, and
 * a thousand times the imaginary one.
 */
public final class Elements {
  private static final long IMAGINARY = 1000;

  private Elements() {}

  /** The element for any number: 0 or 1 for bool, no imaginary part but for complex dtypes. */
  public static long fitting(DType dtype, long number) {
    long real = Math.floorMod(number, dtype == DType.BOOL ? 2 : 97);
    return dtype.isComplex() ? real + IMAGINARY * Math.floorMod(number, 89) : real;
  }

  /** What a method changes an element to. */
  public static LongUnaryOperator change(DType dtype) {
    return dtype == DType.BOOL
        ? value -> 1 - value
        : value -> fitting(dtype, value % IMAGINARY + 1);
  }

  public static long read(DType dtype, MemorySegment memory, long at) {
    return switch (dtype) {
      case BOOL, INT8, UINT8 -> memory.get(JAVA_BYTE, at);
      case INT16, UINT16 -> memory.get(JAVA_SHORT_UNALIGNED, at);
      case INT32, UINT32 -> memory.get(JAVA_INT_UNALIGNED, at);
      case INT64, UINT64 -> memory.get(JAVA_LONG_UNALIGNED, at);
      case FLOAT16 -> (long) Float.float16ToFloat(memory.get(JAVA_SHORT_UNALIGNED, at));
      case BFLOAT16 -> (long) Float.intBitsToFloat(memory.get(JAVA_SHORT_UNALIGNED, at) << 16);
      case FLOAT32 -> (long) memory.get(JAVA_FLOAT_UNALIGNED, at);
      case FLOAT64 -> (long) memory.get(JAVA_DOUBLE_UNALIGNED, at);
      case COMPLEX64 ->
          read(DType.FLOAT32, memory, at) + IMAGINARY * read(DType.FLOAT32, memory, at + 4);
      case COMPLEX128 ->
          read(DType.FLOAT64, memory, at) + IMAGINARY * read(DType.FLOAT64, memory, at + 8);
      default -> throw new AssertionError(dtype);
    };
  }

  public static void write(DType dtype, MemorySegment memory, long at, long value) {
    switch (dtype) {
      case BOOL, INT8, UINT8 -> memory.set(JAVA_BYTE, at, (byte) value);
      case INT16, UINT16 -> memory.set(JAVA_SHORT_UNALIGNED, at, (short) value);
      case INT32, UINT32 -> memory.set(JAVA_INT_UNALIGNED, at, (int) value);
      case INT64, UINT64 -> memory.set(JAVA_LONG_UNALIGNED, at, value);
      case FLOAT16 -> memory.set(JAVA_SHORT_UNALIGNED, at, Float.floatToFloat16((float) value));
      case BFLOAT16 ->
          memory.set(
              JAVA_SHORT_UNALIGNED, at, (short) (Float.floatToIntBits((float) value) >>> 16));
      case FLOAT32 -> memory.set(JAVA_FLOAT_UNALIGNED, at, (float) value);
      case FLOAT64 -> memory.set(JAVA_DOUBLE_UNALIGNED, at, (double) value);
      case COMPLEX64 -> {
        write(DType.FLOAT32, memory, at, value % IMAGINARY);
        write(DType.FLOAT32, memory, at + 4, value / IMAGINARY);
      }
      case COMPLEX128 -> {
        write(DType.FLOAT64, memory, at, value % IMAGINARY);
        write(DType.FLOAT64, memory, at + 8, value / IMAGINARY);
      }
      default -> throw new AssertionError(dtype);
    }
  }

  public static NumpyArray zeros(DType dtype, long... shape) {
    return switch (dtype) {
      case BOOL -> BoolArray.zeros(shape);
      case INT8 -> Int8Array.zeros(shape);
      case INT16 -> Int16Array.zeros(shape);
      case INT32 -> Int32Array.zeros(shape);
      case INT64 -> Int64Array.zeros(shape);
      case UINT8 -> UInt8Array.zeros(shape);
      case UINT16 -> UInt16Array.zeros(shape);
      case UINT32 -> UInt32Array.zeros(shape);
      case UINT64 -> UInt64Array.zeros(shape);
      case FLOAT16 -> Float16Array.zeros(shape);
      case BFLOAT16 -> BFloat16Array.zeros(shape);
      case FLOAT32 -> Float32Array.zeros(shape);
      case FLOAT64 -> Float64Array.zeros(shape);
      case COMPLEX64 -> Complex64Array.zeros(shape);
      case COMPLEX128 -> Complex128Array.zeros(shape);
      default -> throw new AssertionError(dtype);
    };
  }

  /** The elements in C order of what a method takes: an array, a segment or a Java array. */
  public static List<Long> of(Object value, DType dtype) {
    return switch (value) {
      case NumpyArray array -> {
        MemorySegment copy = Arena.ofAuto().allocate(array.size() * dtype.itemsize(), 16);
        array.copyTo(copy);
        yield of(copy, dtype);
      }
      case MemorySegment segment -> {
        List<Long> elements = new ArrayList<>();
        for (long at = 0; at < segment.byteSize(); at += dtype.itemsize()) {
          elements.add(read(dtype, segment, at));
        }
        yield elements;
      }
      case Object[] rows -> {
        List<Long> elements = new ArrayList<>();
        for (Object row : rows) {
          elements.addAll(of(row, dtype));
        }
        yield elements;
      }
      default -> ofRow(value);
    };
  }

  private static List<Long> ofRow(Object row) {
    List<Long> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(row); i++) {
      elements.add(
          switch (Array.get(row, i)) {
            case Boolean truth -> truth ? 1L : 0L;
            case Number number -> number.longValue();
            default -> throw new AssertionError(row);
          });
    }
    return elements;
  }

  /** Changes all elements of what a method takes. */
  public static void change(Object value, DType dtype) {
    switch (value) {
      case NumpyArray array -> {
        NumpyArray changed = array.copy();
        change(changed.segment(), dtype);
        changed.copyTo(array);
      }
      case MemorySegment segment -> {
        for (long at = 0; at < segment.byteSize(); at += dtype.itemsize()) {
          write(dtype, segment, at, change(dtype).applyAsLong(read(dtype, segment, at)));
        }
      }
      case Object[] rows -> {
        for (Object row : rows) {
          change(row, dtype);
        }
      }
      default -> {
        List<Long> elements = ofRow(value);
        for (int i = 0; i < elements.size(); i++) {
          setRow(value, i, change(dtype).applyAsLong(elements.get(i)));
        }
      }
    }
  }

  public static void setRow(Object row, int index, long value) {
    switch (row) {
      case boolean[] truths -> truths[index] = value != 0;
      case byte[] bytes -> bytes[index] = (byte) value;
      case short[] shorts -> shorts[index] = (short) value;
      case int[] ints -> ints[index] = (int) value;
      case long[] longs -> longs[index] = value;
      case float[] floats -> floats[index] = value;
      case double[] doubles -> doubles[index] = value;
      default -> throw new AssertionError(row);
    }
  }
}
