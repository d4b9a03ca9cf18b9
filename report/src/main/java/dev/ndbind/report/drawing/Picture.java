package dev.ndbind.report.drawing;

import dev.ndbind.report.plan.Order;
import java.util.List;

/**
 * The drawings of one declared layout: two where either of two orders will do.
 *
 * @param caption the order in words
 * @param drawings one or two
 */
public record Picture(String caption, List<Drawing> drawings) {
  /** Copies the list. */
  public Picture {
    drawings = List.copyOf(drawings);
  }

  /**
   * Draws a layout. Up to one axis, all orders are the same.
   *
   * @param shape the shape pattern
   * @param order the order of memory
   * @return its picture
   */
  public static Picture of(String shape, Order order) {
    List<Axis> axes = Axes.of(shape);
    if (axes.isEmpty()) {
      return new Picture("one element", List.of(Draughtsman.dense(axes, true)));
    }
    if (axes.size() == 1 && order != Order.ANY) {
      return new Picture("dense", List.of(Draughtsman.dense(axes, true)));
    }
    return switch (order) {
      case ANY -> new Picture("any strides", List.of(Draughtsman.strided(axes)));
      case C -> new Picture("C order", List.of(Draughtsman.dense(axes, true)));
      case F -> new Picture("F order", List.of(Draughtsman.dense(axes, false)));
      case CONTIGUOUS ->
          new Picture(
              "C or F order",
              List.of(Draughtsman.dense(axes, true), Draughtsman.dense(axes, false)));
    };
  }
}
