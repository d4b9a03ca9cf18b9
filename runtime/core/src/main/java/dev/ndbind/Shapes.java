package dev.ndbind;

import dev.ndbind.internal.memory.Strides;
import java.util.Arrays;

/** The arithmetic of slicing and reshaping. */
final class Shapes {
  private Shapes() {}

  static int axis(int axis, int rank) {
    int which = axis < 0 ? axis + rank : axis;
    if (which < 0 || which >= rank) {
      throw new IndexOutOfBoundsException(
          "axis %d is out of bounds for an array of rank %d".formatted(axis, rank));
    }
    return which;
  }

  static IndexOutOfBoundsException outOfBounds(long index, int axis, long size) {
    return new IndexOutOfBoundsException(
        "index %d is out of bounds for axis %d with size %d".formatted(index, axis, size));
  }

  static long clip(long index, long size) {
    return Math.clamp(index < 0 ? index + size : index, 0L, size);
  }

  static long[] without(long[] values, int axis) {
    long[] rest = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, axis + 1, rest, axis, rest.length - axis);
    return rest;
  }

  static long[] pick(long[] values, int[] axes) {
    return Arrays.stream(axes).mapToLong(axis -> values[axis]).toArray();
  }

  static int[] permutation(int[] axes, int rank) {
    int[] order = Arrays.stream(axes).map(axis -> axis(axis, rank)).toArray();
    if (order.length != rank || Arrays.stream(order).distinct().count() != rank) {
      throw new IllegalArgumentException(
          "%s is no permutation of the axes of an array of rank %d"
              .formatted(Arrays.toString(axes), rank));
    }
    return order;
  }

  /** Replaces a −1 by the size that makes the numbers of elements equal. */
  static long[] resolve(long[] wanted, long[] shape) {
    long[] target = wanted.clone();
    long count = Strides.count(shape);
    int open = -1;
    long known = 1;
    for (int axis = 0; axis < target.length; axis++) {
      if (target[axis] == -1 && open < 0) {
        open = axis;
      } else if (target[axis] < 0) {
        throw mismatch(wanted, shape);
      } else {
        known = times(known, target[axis], wanted, shape);
      }
    }
    if (open >= 0 && known > 0) {
      target[open] = count / known;
      known *= target[open];
    }
    if (known != count || (open >= 0 && target[open] < 0)) {
      throw mismatch(wanted, shape);
    }
    return target;
  }

  private static long times(long known, long size, long[] wanted, long[] shape) {
    try {
      return Math.multiplyExact(known, size);
    } catch (ArithmeticException e) {
      throw mismatch(wanted, shape); // no array has as many elements
    }
  }

  private static IllegalArgumentException mismatch(long[] wanted, long[] shape) {
    return new IllegalArgumentException(
        "an array of shape %s cannot be reshaped to %s"
            .formatted(Strides.print(shape), Strides.print(wanted)));
  }

  /**
   * The strides of a reshaped array over the same memory: runs of old and new axes with equal
   * products are matched, and the old axes of a run must lie behind one another without gaps.
   *
   * @throws IllegalArgumentException if there are none
   */
  static long[] reshaped(NumpyArray array, long[] target) {
    int itemsize = array.dtype().itemsize();
    if (Strides.isC(array.shape, array.byteStrides, itemsize)) {
      return Strides.c(target, itemsize);
    }
    long[] strides = new long[target.length];
    int oldEnd = array.rank;
    int newEnd = target.length;
    while (oldEnd > 0 || newEnd > 0) {
      int oldStart = Math.max(0, oldEnd - 1);
      int newStart = Math.max(0, newEnd - 1);
      long oldRun = oldEnd > 0 ? array.shape[oldStart] : 1;
      long newRun = newEnd > 0 ? target[newStart] : 1;
      while (oldRun != newRun) {
        if (oldRun < newRun) {
          oldRun *= array.shape[--oldStart];
        } else {
          newRun *= target[--newStart];
        }
      }
      matchRun(array, target, strides, new int[] {oldStart, oldEnd, newStart, newEnd});
      oldEnd = oldStart;
      newEnd = newStart;
    }
    return strides;
  }

  private static void matchRun(NumpyArray array, long[] target, long[] strides, int[] run) {
    boolean innermost = true;
    long next = 0;
    long step = 0;
    for (int axis = run[1] - 1; axis >= run[0]; axis--) {
      if (array.shape[axis] == 1) {
        continue;
      }
      if (innermost) {
        innermost = false;
        step = array.byteStrides[axis];
      } else if (array.byteStrides[axis] != next) {
        throw new IllegalArgumentException(
            "shape %s with byte strides %s cannot become %s without a copy; use copy().reshape(...)"
                .formatted(
                    Strides.print(array.shape),
                    Strides.print(array.byteStrides),
                    Strides.print(target)));
      }
      next = array.byteStrides[axis] * array.shape[axis];
    }
    for (int axis = run[3] - 1; axis >= run[2]; axis--) {
      strides[axis] = step;
      step *= target[axis];
    }
  }
}
