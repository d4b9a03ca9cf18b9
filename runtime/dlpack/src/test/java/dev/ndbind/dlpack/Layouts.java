package dev.ndbind.dlpack;

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
import dev.ndbind.call.ArrayExport;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** Arrays of any dtype, layout and content, and their bytes read one by one. */
final class Layouts {
  private Layouts() {}

  static NumpyArray zeros(DType dtype, long... shape) {
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
      default -> throw new IllegalArgumentException(dtype.toString());
    };
  }

  /** Small numbers, so that every bit pattern is a value. */
  static NumpyArray filled(DType dtype, Random random, long... shape) {
    NumpyArray array = zeros(dtype, shape);
    MemorySegment memory = array.segment();
    for (long i = 0; i < memory.byteSize(); i++) {
      memory.set(ValueLayout.JAVA_BYTE, i, (byte) random.nextInt(dtype == DType.BOOL ? 2 : 60));
    }
    return array;
  }

  /** A layout of up to four axes, with axes of size 0 and 1 among them. */
  static NumpyArray random(DType dtype, Random random) {
    long[] shape = random.longs(random.nextInt(5), 0, 5).toArray();
    NumpyArray array = filled(dtype, random, shape);
    for (int i = random.nextInt(5); i > 0 && array.rank() > 0; i--) {
      int axis = random.nextInt(array.rank());
      long size = array.shape(axis);
      array =
          switch (random.nextInt(6)) {
            case 0 -> array.transpose();
            case 1 -> array.flip(axis);
            case 2 -> array.slice(axis, random.nextInt(2), size);
            case 3 -> array.slice(axis, 0, size, 1 + random.nextInt(3));
            case 4 -> size == 0 ? array : array.select(axis, random.nextLong(size));
            default -> array.asReadOnly();
          };
    }
    return array;
  }

  /** All bytes of all elements in C order, by the array's own address and strides. */
  static byte[] bytes(NumpyArray array) {
    return bytes(
        ArrayExport.of(array).address(),
        array.shape(),
        array.byteStrides(),
        array.dtype().itemsize());
  }

  static byte[] bytes(long address, long[] shape, long[] byteStrides, int itemsize) {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    byte[] bytes = new byte[(int) count * itemsize];
    for (int n = 0; n < count; n++) {
      long element = address;
      long rest = n;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        element += rest % shape[axis] * byteStrides[axis];
        rest /= shape[axis];
      }
      for (int i = 0; i < itemsize; i++) {
        bytes[n * itemsize + i] = Memory.ALL.get(ValueLayout.JAVA_BYTE, element + i);
      }
    }
    return bytes;
  }
}
