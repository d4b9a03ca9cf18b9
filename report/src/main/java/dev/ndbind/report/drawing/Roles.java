package dev.ndbind.report.drawing;

import java.util.List;

/**
 * What the axes are in a drawing. What an array does not have has size 1 and no label.
 *
 * @param columns the last axis
 * @param rows the one before it
 * @param planes the one before that
 * @param outer all others
 */
record Roles(Axis columns, Axis rows, Axis planes, List<Axis> outer) {
  /** How far a grid is to the right of, and above, the one before it. */
  static final int OFFSET = 9;

  Roles {
    outer = List.copyOf(outer);
  }

  static Roles of(List<Axis> axes) {
    return new Roles(
        fromLast(axes, 0),
        fromLast(axes, 1),
        fromLast(axes, 2),
        axes.subList(0, Math.max(0, axes.size() - 3)));
  }

  private static Axis fromLast(List<Axis> axes, int k) {
    return k < axes.size() ? axes.get(axes.size() - 1 - k) : new Axis("", 1, false);
  }

  /** How far the last grid is behind the first. */
  int depth() {
    return OFFSET * (planes.size() - 1);
  }
}
