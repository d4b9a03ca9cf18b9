package dev.ndbind.report.drawing;

import java.util.List;

/**
 * A drawing of an array's elements, from the back to the front.
 *
 * @param width of all
 * @param height of all
 * @param cells the elements
 * @param labels the axes
 */
public record Drawing(int width, int height, List<Cell> cells, List<Label> labels) {
  /** Copies the lists. */
  public Drawing {
    cells = List.copyOf(cells);
    labels = List.copyOf(labels);
  }
}
