package dev.ndbind.report.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The axes of a shape pattern, with sizes to draw them in: small fixed sizes as they are, all
 * others so that the drawing stays small, the same name always alike.
 */
final class Axes {
  /** {@code 3} or {@code rows=3}. */
  private static final Pattern FIXED = Pattern.compile("(?:\\w+=)?(\\d{1,9})");

  /** {@code ...}, {@code *batch}, {@code #*batch}. */
  private static final Pattern RUN = Pattern.compile("(?:\\w+=)?(?:\\.\\.\\.|#?\\*.*)");

  private final int rank;
  private final Map<String, Integer> sizes = new HashMap<>();

  private Axes(int rank) {
    this.rank = rank;
  }

  static List<Axis> of(String pattern) {
    List<String> entries = pattern.isBlank() ? List.of() : List.of(pattern.strip().split("\\s+"));
    if (entries.size() == 1 && RUN.matcher(entries.getFirst()).matches()) {
      return ofRunOnly(entries.getFirst());
    }
    Axes axes = new Axes(entries.size());
    List<Axis> drawn = new ArrayList<>();
    for (String entry : entries) {
      drawn.add(axes.axis(entry, axes.rank - 1 - drawn.size()));
    }
    return List.copyOf(drawn);
  }

  /** Any number of axes and nothing else: two are drawn, which stand for all. */
  private static List<Axis> ofRunOnly(String entry) {
    return List.of(new Axis(entry, 3, true), new Axis("", 4, true));
  }

  /**
   * Makes an axis.
   *
   * @param fromLast 0 for the last axis
   */
  private Axis axis(String entry, int fromLast) {
    Matcher fixed = FIXED.matcher(entry);
    int size =
        fixed.matches()
            ? fixedSize(Integer.parseInt(fixed.group(1)), fromLast)
            : sizes.computeIfAbsent(entry, _ -> usualSize(fromLast));
    return new Axis(entry, size, RUN.matcher(entry).matches());
  }

  private int fixedSize(int size, int fromLast) {
    int limit = fromLast == 0 ? 6 : 4;
    return size < 1 || size > limit ? usualSize(fromLast) : size;
  }

  private int usualSize(int fromLast) {
    return switch (fromLast) {
      case 0 -> rank == 1 ? 5 : 4;
      case 1, 2 -> 3;
      default -> 2;
    };
  }
}
