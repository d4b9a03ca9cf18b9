package dev.ndbind.examples.soak;

import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What a tensor must hold: small whole numbers, which all dtypes have, that follow from a seed and
 * from where an element lies in the memory that the tensor is a part of.
 *
 * @param seed tells one writing of the memory from another
 * @param first where element [0, ..., 0] lies, in elements
 * @param shape sizes
 * @param strides in elements
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
record Content(long seed, long first, long[] shape, long[] strides) {

  /** All of the memory. */
  static Content whole(long seed, long size) {
    return new Content(seed, 0, new long[] {size}, new long[] {1});
  }

  /** Other content in memory of the same kind. */
  Content withSeed(long newSeed) {
    return new Content(newSeed, first, shape, strides);
  }

  /** What lies in memory at a place. */
  static int value(long seed, long place) {
    return (int) ((seed + 7 * place) % 127);
  }

  /** The bytes of memory from its beginning. */
  static byte[] bytes(DType dtype, long seed, int size) {
    ByteBuffer bytes = ByteBuffer.allocate(size * dtype.itemsize()).order(ByteOrder.nativeOrder());
    for (int place = 0; place < size; place++) {
      int value = value(seed, place);
      switch (dtype) {
        case UINT8 -> bytes.put((byte) value);
        case FLOAT16 -> bytes.putShort(Float.floatToFloat16(value));
        case INT32 -> bytes.putInt(value);
        case INT64 -> bytes.putLong(value);
        case FLOAT32 -> bytes.putFloat(value);
        case FLOAT64 -> bytes.putDouble(value);
        default -> throw new IllegalArgumentException("no tensor here is of " + dtype);
      }
    }
    return bytes.array();
  }

  /** Holds all elements of an array against what they must be. */
  void require(NumpyArray array) {
    if (!Arrays.equals(array.shape(), shape)) {
      throw new AssertionError(
          "shape %s instead of %s"
              .formatted(Arrays.toString(array.shape()), Arrays.toString(shape)));
    }
    if (array instanceof Float64Array doubles && shape.length == 2) {
      requireByElement(doubles);
    } else {
      require(elements(array));
    }
  }

  private void requireByElement(Float64Array array) {
    for (long i = 0; i < shape[0]; i++) {
      for (long j = 0; j < shape[1]; j++) {
        require(array.get(i, j), first + i * strides[0] + j * strides[1]);
      }
    }
  }

  /** Holds elements in C order against what they must be. */
  void require(double[] elements) {
    long[] index = new long[shape.length];
    for (double element : elements) {
      long place = first;
      for (int axis = 0; axis < index.length; axis++) {
        place += index[axis] * strides[axis];
      }
      require(element, place);
      advance(index);
    }
  }

  private void advance(long[] index) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis]++;
      if (index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }

  private void require(double found, long place) {
    if (found != value(seed, place)) {
      throw new AssertionError(
          "%s instead of %d at %d of %s, strides %s, seed %d"
              .formatted(
                  found,
                  value(seed, place),
                  place,
                  Arrays.toString(shape),
                  Arrays.toString(strides),
                  seed));
    }
  }

  private static double[] elements(NumpyArray array) {
    return switch (array) {
      case Float64Array a -> a.toArray();
      case Float32Array a -> doubles(a.toArray());
      case Float16Array a -> doubles(a.toArray());
      case Int64Array a -> Arrays.stream(a.toArray()).asDoubleStream().toArray();
      case Int32Array a -> doubles(a.toArray());
      case UInt8Array a -> doubles(a.toArray());
      default -> throw new AssertionError("no tensor here is of " + array.dtype());
    };
  }

  private static double[] doubles(float[] elements) {
    double[] doubles = new double[elements.length];
    Arrays.setAll(doubles, i -> elements[i]);
    return doubles;
  }

  private static double[] doubles(int[] elements) {
    return Arrays.stream(elements).asDoubleStream().toArray();
  }
}
