package dev.ndbind.internal.memory;

import dev.ndbind.annotation.Order;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Arithmetic on shapes and strides. Sizes are in elements, strides in bytes, everything is exact or
 * throws {@link ArithmeticException}.
 */
public final class Strides {
  private Strides() {}

  /**
   * How many elements a shape has.
   *
   * @param shape sizes, none negative
   * @return their product; 1 for rank 0
   */
  public static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      if (size == 0) {
        return 0; // another axis may be so long that the product of the rest overflows
      }
    }
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  /**
   * Strides without gaps in C order.
   *
   * @param shape sizes in elements
   * @param itemsize bytes of one element
   * @return one stride in bytes for each axis; axes of length 0 count as 1, as in NumPy
   */
  public static long[] c(long[] shape, int itemsize) {
    return dense(shape, itemsize, shape.length - 1, -1);
  }

  /**
   * Strides without gaps in F order.
   *
   * @param shape sizes in elements
   * @param itemsize bytes of one element
   * @return one stride in bytes for each axis
   */
  public static long[] f(long[] shape, int itemsize) {
    return dense(shape, itemsize, 0, 1);
  }

  /** Goes through the axes from the one that varies fastest. */
  private static long[] dense(long[] shape, int itemsize, int fastest, int step) {
    long[] strides = new long[shape.length];
    long next = itemsize;
    for (int axis = fastest; axis >= 0 && axis < shape.length; axis += step) {
      strides[axis] = next;
      next = Math.multiplyExact(next, Math.max(1, shape[axis]));
    }
    return strides;
  }

  /**
   * Whether elements lie without gaps in C order, by NumPy's relaxed rule: axes of length 1 and
   * arrays without elements put no demand on strides.
   *
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param itemsize bytes of one element
   * @return whether the flag C_CONTIGUOUS would be set
   */
  public static boolean isC(long[] shape, long[] byteStrides, int itemsize) {
    return isDense(shape, byteStrides, itemsize, shape.length - 1, -1);
  }

  /**
   * Whether elements lie without gaps in F order, by the rule of {@link #isC}.
   *
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param itemsize bytes of one element
   * @return whether the flag F_CONTIGUOUS would be set
   */
  public static boolean isF(long[] shape, long[] byteStrides, int itemsize) {
    return isDense(shape, byteStrides, itemsize, 0, 1);
  }

  /** Goes through the axes from the one that varies fastest. */
  private static boolean isDense(
      long[] shape, long[] byteStrides, int itemsize, int fastest, int step) {
    long expected = itemsize;
    boolean fits = true;
    for (int axis = fastest; axis >= 0 && axis < shape.length; axis += step) {
      long size = shape[axis];
      if (size == 0) {
        return true;
      }
      if (size != 1) {
        fits &= byteStrides[axis] == expected;
        expected *= size;
      }
    }
    return fits;
  }

  /**
   * Whether strides fit an order.
   *
   * @param order the order asked for
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param itemsize bytes of one element
   * @return always true for {@link Order#ANY}
   */
  public static boolean fit(Order order, long[] shape, long[] byteStrides, int itemsize) {
    return switch (order) {
      case ANY -> true;
      case C -> isC(shape, byteStrides, itemsize);
      case F -> isF(shape, byteStrides, itemsize);
      case CONTIGUOUS -> isC(shape, byteStrides, itemsize) || isF(shape, byteStrides, itemsize);
    };
  }

  /**
   * The strides of a fresh copy that fits an order.
   *
   * @param order the order asked for; C where it leaves a choice
   * @param shape sizes in elements
   * @param itemsize bytes of one element
   * @return one stride in bytes for each axis
   */
  public static long[] of(Order order, long[] shape, int itemsize) {
    return order == Order.F ? f(shape, itemsize) : c(shape, itemsize);
  }

  /**
   * How many bytes lie from the first byte of the lowest element to the last of the highest one.
   *
   * @param shape sizes in elements
   * @param byteStrides one for each axis, negative ones included
   * @param itemsize bytes of one element
   * @return 0 for an array without elements
   */
  public static long extent(long[] shape, long[] byteStrides, int itemsize) {
    long extent = itemsize;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == 0) {
        return 0;
      }
      long span = Math.multiplyExact(shape[axis] - 1, byteStrides[axis]);
      extent = Math.addExact(extent, Math.absExact(span));
    }
    return extent;
  }

  /**
   * Where the lowest element lies.
   *
   * @param shape sizes in elements, none 0
   * @param byteStrides one for each axis
   * @return bytes from element [0, ..., 0], not positive
   */
  public static long lowest(long[] shape, long[] byteStrides) {
    long lowest = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      long span = Math.multiplyExact(shape[axis] - 1, byteStrides[axis]);
      lowest = Math.addExact(lowest, Math.min(0, span));
    }
    return lowest;
  }

  /**
   * Prints a shape or strides as Python prints a tuple.
   *
   * @param values sizes or strides
   * @return {@code (3, 4)}, {@code (3,)} or {@code ()}
   */
  public static String print(long[] values) {
    return Arrays.stream(values)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", values.length == 1 ? ",)" : ")"));
  }
}
