package dev.ndbind.report.drawing;

import java.util.List;

/**
 * Where the elements of a dense array are in memory.
 *
 * @param sizes of the axes
 * @param isLastFastest true for C order, false for F order
 */
record Positions(List<Integer> sizes, boolean isLastFastest) {
  Positions {
    sizes = List.copyOf(sizes);
  }

  static Positions of(List<Axis> axes, boolean isLastFastest) {
    return new Positions(axes.stream().map(Axis::size).toList(), isLastFastest);
  }

  /**
   * The position of an element.
   *
   * @param index one for each axis
   * @return from 0
   */
  int at(List<Integer> index) {
    int position = 0;
    for (int k = 0; k < sizes.size(); k++) {
      int axis = isLastFastest ? k : sizes.size() - 1 - k;
      position = position * sizes.get(axis) + index.get(axis);
    }
    return position;
  }

  /** How many elements there are. */
  int count() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }
}
