package dev.ndbind.internal.text;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The indices of the elements that are printed: all of them, or the corners of an array with more
 * than {@value #THRESHOLD} elements.
 */
final class PrintedIndices {
  /** Arrays with more elements are summarised. */
  private static final long THRESHOLD = 1000;

  /** Elements printed at either end of each axis of a summary. */
  private static final int EDGE_ITEMS = 3;

  private final long[] shape;
  private final boolean isSummary;

  PrintedIndices(long[] shape) {
    this.shape = shape;
    this.isSummary = exceedsThreshold(shape);
  }

  /** The product of the sizes may overflow where a stride is 0; it is not needed. */
  private static boolean exceedsThreshold(long[] shape) {
    long count = 1;
    for (long size : shape) {
      count = Math.min(count, THRESHOLD + 1) * Math.min(size, THRESHOLD + 1);
    }
    return count > THRESHOLD;
  }

  int rank() {
    return shape.length;
  }

  boolean isEmpty() {
    for (long size : shape) {
      if (size == 0) {
        return true;
      }
    }
    return false;
  }

  boolean isSummary() {
    return isSummary;
  }

  /** Whether some indices of an axis are left out. */
  boolean isCut(int axis) {
    return isSummary && shape[axis] > 2 * EDGE_ITEMS;
  }

  /** How many indices of an axis are printed. */
  int count(int axis) {
    return isCut(axis) ? 2 * EDGE_ITEMS : (int) shape[axis];
  }

  /** The printed index number {@code n} of an axis. */
  long index(int axis, int n) {
    return isCut(axis) && n >= EDGE_ITEMS ? shape[axis] - 2 * EDGE_ITEMS + n : n;
  }

  /** Whether indices are left out before the printed index number {@code n}. */
  boolean isCutBefore(int axis, int n) {
    return isCut(axis) && n == EDGE_ITEMS;
  }

  /** Calls the action with every index; the array is reused. */
  void forEach(Consumer<long[]> action) {
    visit(0, new long[shape.length], action);
  }

  private void visit(int axis, long[] index, Consumer<long[]> action) {
    if (axis == shape.length) {
      action.accept(index);
      return;
    }
    for (int n = 0; n < count(axis); n++) {
      index[axis] = index(axis, n);
      visit(axis + 1, index, action);
    }
  }

  /** What a function gives for every index. */
  double[] values(ToDoubleFunction<long[]> function) {
    DoubleStream.Builder values = DoubleStream.builder();
    forEach(index -> values.add(function.applyAsDouble(index)));
    return values.build().toArray();
  }
}
