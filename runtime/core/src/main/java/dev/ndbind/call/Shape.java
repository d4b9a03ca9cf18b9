package dev.ndbind.call;

import java.util.Arrays;

/** A shape pattern, parsed when the method was compiled. */
public final class Shape {
  /** Any shape: the pattern {@code "..."}. */
  public static final Shape ANY = of("...", Axis.several());

  private final String pattern;
  final Axis[] axes;

  /** The entry that stands for any number of axes, or −1. */
  final int variadic;

  final boolean hasLateAxes;

  /** Whether there are only sizes that are fixed, named or of no interest. */
  final boolean isPlain;

  private Shape(String pattern, Axis[] axes) {
    this.pattern = pattern;
    this.axes = axes;
    int found = -1;
    boolean late = false;
    boolean plain = true;
    for (int entry = 0; entry < axes.length; entry++) {
      found = axes[entry].isVariadic() ? entry : found;
      late |= axes[entry].kind.compareTo(Axis.Kind.BROADCAST) >= 0;
      plain &= axes[entry].kind.compareTo(Axis.Kind.NAMED) <= 0;
    }
    this.variadic = found;
    this.hasLateAxes = late;
    this.isPlain = plain;
  }

  /**
   * A pattern.
   *
   * @param pattern as the user wrote it, for messages
   * @param axes its entries, at most one of which stands for several axes
   * @return a new pattern
   */
  public static Shape of(String pattern, Axis... axes) {
    return new Shape(pattern, axes.clone());
  }

  boolean acceptsRank(int rank) {
    return variadic < 0 ? rank == axes.length : rank >= axes.length - 1;
  }

  /** The axis of an array of some rank that an entry behind or before the variadic one means. */
  int axisOf(int entry, int rank) {
    return variadic < 0 || entry < variadic ? entry : entry + rank - axes.length;
  }

  /** Where an axis name occurs first in an array of some rank; −1 if it does not. */
  int firstAxis(long name, int rank) {
    for (int entry = 0; entry < axes.length; entry++) {
      if (axes[entry].kind == Axis.Kind.NAMED && axes[entry].value == name) {
        return axisOf(entry, rank);
      }
    }
    return -1;
  }

  /** The axes of an array that the variadic entry stands for. */
  long[] run(long[] shape) {
    return Arrays.copyOfRange(shape, variadic, variadic + shape.length - axes.length + 1);
  }

  /**
   * The strides of an array whose axes are seen expanded: 0 for those that were 1, and for those
   * that {@code #*name} has put before its own.
   */
  long[] expandedStrides(long[] byteStrides, long[] shape, long[] seen) {
    int added = seen.length - shape.length;
    long[] strides = new long[seen.length];
    for (int axis = 0; axis < seen.length; axis++) {
      boolean isBefore = added == 0 || axis < variadic;
      int own = isBefore ? axis : axis - added;
      boolean isOwn = isBefore || axis >= variadic + added;
      strides[axis] = isOwn && seen[axis] == shape[own] ? byteStrides[own] : 0;
    }
    return strides;
  }

  /**
   * The pattern as the user wrote it.
   *
   * @return for example {@code n d}
   */
  @Override
  public String toString() {
    return pattern;
  }
}
