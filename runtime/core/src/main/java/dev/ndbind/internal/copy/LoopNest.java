package dev.ndbind.internal.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The loops of a copy, outermost first, in the order that suits memory rather than the order of the
 * indices.
 *
 * <p>Axes of length 1 are gone, the destination is walked upwards and its densest axis is
 * innermost, and axes that continue each other in both regions are one. A contiguous copy thus has
 * one axis whatever its rank.
 *
 * @param src address of the first element to read
 * @param dst address of the first element to write
 * @param axes sizes of at least 2; empty for a single element
 * @param isEmpty whether there is nothing to copy
 */
record LoopNest(long src, long dst, List<Axis> axes, boolean isEmpty) {
  /** Longest row given to a kernel, which counts in int. */
  private static final int ROW = 1 << 24;

  /**
   * Columns walked together when neighbours in the source lie in the next row, to stay in cache.
   */
  private static final int STRIP = 32;

  /** Rows shorter than this are not worth a kernel's start; another axis may be longer. */
  private static final int SHORT = 16;

  /** Elements of a longer axis that are taken together when the innermost one is short. */
  private static final int LONG_STRIP = 512;

  private static final Axis SINGLE = new Axis(1, 0, 0);

  /**
   * One loop.
   *
   * @param size number of steps
   * @param srcStride bytes of one step in the source
   * @param dstStride bytes of one step in the destination
   */
  record Axis(long size, long srcStride, long dstStride) {
    /** Whether walking this axis to its end arrives at the next step of {@code outer}. */
    boolean isContinuedBy(Axis outer) {
      return outer.srcStride == srcStride * size && outer.dstStride == dstStride * size;
    }
  }

  static LoopNest of(long src, long[] srcStrides, long dst, long[] dstStrides, long[] shape) {
    List<Axis> axes = new ArrayList<>(shape.length);
    boolean empty = false;
    for (int i = 0; i < shape.length; i++) {
      empty |= shape[i] == 0;
      boolean backwards = dstStrides[i] < 0;
      if (backwards && shape[i] > 1) {
        src += (shape[i] - 1) * srcStrides[i];
        dst += (shape[i] - 1) * dstStrides[i];
      }
      int sign = backwards ? -1 : 1;
      axes.add(new Axis(shape[i], sign * srcStrides[i], sign * dstStrides[i]));
    }
    return new LoopNest(src, dst, empty ? List.of() : normalize(axes), empty);
  }

  private static List<Axis> normalize(List<Axis> axes) {
    axes.removeIf(axis -> axis.size == 1);
    axes.sort(
        Comparator.comparingLong(Axis::dstStride)
            .thenComparingLong(axis -> Math.abs(axis.srcStride))
            .reversed());
    List<Axis> merged = new ArrayList<>(axes.size());
    for (Axis axis : axes) {
      if (!merged.isEmpty() && axis.isContinuedBy(merged.getLast())) {
        long size = Math.multiplyExact(merged.removeLast().size, axis.size);
        merged.add(new Axis(size, axis.srcStride, axis.dstStride));
      } else {
        merged.add(axis);
      }
    }
    return merged;
  }

  /** This nest with one more innermost axis, such as the two parts of a complex number. */
  LoopNest withInnerAxis(long size, long srcStride, long dstStride) {
    List<Axis> longer = new ArrayList<>(axes);
    longer.add(new Axis(size, srcStride, dstStride));
    return new LoopNest(src, dst, normalize(longer), isEmpty);
  }

  /** The loops that write one value everywhere, {@code offset} bytes into each element. */
  LoopNest fill(long value, long offset) {
    List<Axis> constant =
        axes.stream().map(axis -> new Axis(axis.size, 0, axis.dstStride)).toList();
    return new LoopNest(value, dst + offset, normalize(new ArrayList<>(constant)), isEmpty);
  }

  /** An upper bound of the row length that a kernel will see. */
  int longestRow() {
    long longest = axes.stream().mapToLong(Axis::size).max().orElse(1);
    return (int) Math.min(longest, ROW);
  }

  /** Runs the kernel over all elements. */
  void run(RowKernel kernel) {
    List<Axis> loops = new ArrayList<>(axes);
    while (loops.size() < 2) {
      loops.addFirst(SINGLE);
    }
    int width = arrangePlane(loops);
    loop(kernel, loops, 0, width, src, dst);
  }

  /**
   * Chooses which two loops form the innermost plane, and in which order.
   *
   * @return how many columns of the plane are copied before the next row
   */
  private static int arrangePlane(List<Axis> loops) {
    Axis columns = loops.getLast();
    int densest = loops.size() - 1;
    for (int i = 0; i < loops.size() - 1; i++) {
      long stride = Math.abs(loops.get(i).srcStride);
      // a stride of 0 gains nothing by being walked first
      if (stride != 0 && stride < Math.abs(loops.get(densest).srcStride)) {
        densest = i;
      }
    }
    boolean transposed = densest < loops.size() - 1;
    if (transposed) {
      loops.add(loops.size() - 2, loops.remove(densest));
    }
    Axis rows = loops.get(loops.size() - 2);
    if (columns.size < SHORT && columns.size < rows.size) {
      loops.add(loops.size() - 2, loops.removeLast());
      return LONG_STRIP;
    }
    return transposed ? STRIP : ROW;
  }

  private static void loop(
      RowKernel kernel, List<Axis> loops, int depth, int width, long src, long dst) {
    Axis axis = loops.get(depth);
    if (depth == loops.size() - 2) {
      copyPlane(kernel, axis, loops.getLast(), width, src, dst);
      return;
    }
    for (long i = 0; i < axis.size; i++) {
      loop(kernel, loops, depth + 1, width, src, dst);
      src += axis.srcStride;
      dst += axis.dstStride;
    }
  }

  private static void copyPlane(
      RowKernel kernel, Axis rows, Axis columns, int width, long src, long dst) {
    for (long column = 0; column < columns.size; column += width) {
      int count = (int) Math.min(width, columns.size - column);
      long rowSrc = src + column * columns.srcStride;
      long rowDst = dst + column * columns.dstStride;
      for (long row = 0; row < rows.size; row++) {
        kernel.copyRow(rowSrc, columns.srcStride, rowDst, columns.dstStride, count);
        rowSrc += rows.srcStride;
        rowDst += rows.dstStride;
      }
    }
  }
}
