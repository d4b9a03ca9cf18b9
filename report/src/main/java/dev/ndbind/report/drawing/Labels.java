package dev.ndbind.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The names of the axes, beside a drawing. The axis that is fastest in memory has an arrow. */
final class Labels {
  /** The width of a letter, about. */
  private static final int LETTER = 7;

  private static final int GAP = 6;
  private static final int LINE = 15;

  /** No axis is the fastest. */
  static final int NONE = -1;

  private final Roles roles;
  private final int fastest;

  /**
   * Names axes.
   *
   * @param roles the axes
   * @param fastest 0 for the last axis
   */
  Labels(Roles roles, int fastest) {
    this.roles = roles;
    this.fastest = fastest;
  }

  /** What is needed on the left of the grid. */
  int leftMargin() {
    int planes = margin(planes()) - roles.depth() / 2;
    return Math.max(1, Math.max(margin(rows()), planes));
  }

  /** What is needed on both sides of the middle of the grid. */
  int halfWidth() {
    return Math.max(columns().length(), outer().length()) * LETTER / 2;
  }

  /** What is needed below the grid. */
  int bottomMargin() {
    return 3 + LINE * ((columns().isEmpty() ? 0 : 1) + (outer().isEmpty() ? 0 : 1));
  }

  /**
   * Places the names.
   *
   * @param left edge of the front grid
   * @param top edge of the front grid
   */
  List<Label> at(int left, int top) {
    int middle = left + roles.columns().size() * Cell.SIZE / 2;
    int bottom = top + roles.rows().size() * Cell.SIZE;
    int half = roles.depth() / 2;
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(middle, bottom + LINE - 2, "middle", looks(0), columns()));
    labels.add(new Label(left - GAP, (top + bottom) / 2 + 4, "end", looks(1), rows()));
    labels.add(new Label(left + half - GAP, top - half + 3, "end", looks(2), planes()));
    labels.add(new Label(middle, bottom + 2 * LINE - 2, "middle", looks(3), outer()));
    return labels.stream().filter(label -> !label.text().isEmpty()).toList();
  }

  private String columns() {
    return name(roles.columns(), 0, " →");
  }

  private String rows() {
    return name(roles.rows(), 1, " ↓");
  }

  private String planes() {
    return name(roles.planes(), 2, " ↗");
  }

  private String outer() {
    return roles.outer().isEmpty()
        ? ""
        : roles.outer().stream()
            .map(Axis::label)
            .collect(Collectors.joining(", ", "for each ", ""));
  }

  private String name(Axis axis, int fromLast, String arrow) {
    return fastest == fromLast ? axis.label() + arrow : axis.label();
  }

  private String looks(int fromLast) {
    return fastest == fromLast ? "axis fastest" : "axis";
  }

  private static int margin(String label) {
    return label.isEmpty() ? 0 : label.length() * LETTER + GAP;
  }
}
