package dev.ndbind.report.page;

import dev.ndbind.report.drawing.Picture;
import dev.ndbind.report.plan.Declared;
import dev.ndbind.report.plan.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The distinct layouts of a page, in the order in which they are first declared. */
final class Layouts {
  private final Map<Layout, LayoutView> views = new LinkedHashMap<>();

  private record Layout(String shape, Order order) {}

  LayoutView of(Declared declared) {
    return of(declared.shape(), declared.order());
  }

  LayoutView of(String shape, Order order) {
    int number = views.size() + 1;
    return views.computeIfAbsent(
        new Layout(shape, order), _ -> LayoutView.of(number, shape, Picture.of(shape, order)));
  }

  List<LayoutView> all() {
    return List.copyOf(views.values());
  }
}
