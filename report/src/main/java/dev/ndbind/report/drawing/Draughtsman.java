package dev.ndbind.report.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the last two axes as a grid, the axis before them as grids behind it, and names those
 * before that one.
 */
final class Draughtsman {
  private final Roles roles;
  private final int rank;
  private final @Nullable Positions positions;
  private final Labels labels;
  private final int left;
  private final int top;

  private Draughtsman(List<Axis> axes, @Nullable Positions positions) {
    this.roles = Roles.of(axes);
    this.rank = axes.size();
    this.positions = positions;
    this.labels = new Labels(roles, fastest());
    int half = roles.columns().size() * Cell.SIZE / 2;
    this.left = Math.max(labels.leftMargin(), labels.halfWidth() - half) + 1;
    this.top = roles.depth() + 1;
  }

  /** An array whose elements may lie anywhere. */
  static Drawing strided(List<Axis> axes) {
    return new Draughtsman(axes, null).draw();
  }

  /** An array without gaps. */
  static Drawing dense(List<Axis> axes, boolean isLastFastest) {
    return new Draughtsman(axes, Positions.of(axes, isLastFastest)).draw();
  }

  /** One axis is dense in either order, and needs no arrow. */
  private int fastest() {
    if (positions == null || rank < 2) {
      return Labels.NONE;
    }
    return positions.isLastFastest() ? 0 : Math.min(3, rank - 1);
  }

  private Drawing draw() {
    int columns = roles.columns().size() * Cell.SIZE;
    int middle = left + columns / 2;
    int width = Math.max(left + columns + roles.depth(), middle + labels.halfWidth()) + 1;
    int height = top + roles.rows().size() * Cell.SIZE + labels.bottomMargin();
    return new Drawing(width, height, cells(), labels.at(left, top));
  }

  /** From the back to the front. */
  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int plane = roles.planes().size() - 1; plane >= 0; plane--) {
      for (int row = 0; row < roles.rows().size(); row++) {
        for (int column = 0; column < roles.columns().size(); column++) {
          cells.add(cell(plane, row, column));
        }
      }
    }
    return cells;
  }

  private Cell cell(int plane, int row, int column) {
    int x = left + column * Cell.SIZE + plane * Roles.OFFSET;
    int y = top + row * Cell.SIZE - plane * Roles.OFFSET;
    if (positions == null) {
      return new Cell(x, y, looks(plane) + " strided", 0, "");
    }
    int position = positions.at(index(plane, row, column));
    int tone = 100 * position / Math.max(1, positions.count() - 1);
    return new Cell(x, y, looks(plane), tone, plane == 0 ? Integer.toString(position) : "");
  }

  /** All of it is in the first block of the outer axes. */
  private List<Integer> index(int plane, int row, int column) {
    List<Integer> index = new ArrayList<>(Collections.nCopies(roles.outer().size(), 0));
    index.addAll(List.of(plane, row, column).subList(Math.max(0, 3 - rank), 3));
    return index;
  }

  private String looks(int plane) {
    boolean isRun =
        roles.columns().isRun() || roles.rows().isRun() || (plane > 0 && roles.planes().isRun());
    return isRun ? "cell run" : "cell";
  }
}
