package dev.ndbind.report.page;

import dev.ndbind.report.drawing.Drawing;
import dev.ndbind.report.drawing.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * A distinct layout, drawn once on the page and shown wherever it is declared.
 *
 * @param caption its order in words
 * @param description for those who do not see it
 * @param figures its drawings
 */
record LayoutView(String caption, String description, List<Figure> figures) {

  /**
   * A drawing with the name it is shown by.
   *
   * @param id unique on the page
   * @param drawing what is drawn
   */
  record Figure(String id, Drawing drawing) {}

  static LayoutView of(int number, String shape, Picture picture) {
    List<Figure> figures = new ArrayList<>();
    for (Drawing drawing : picture.drawings()) {
      figures.add(new Figure("layout-%d-%d".formatted(number, figures.size()), drawing));
    }
    String axes = shape.isEmpty() ? "a single element" : "axes " + shape;
    return new LayoutView(picture.caption(), axes + ", " + picture.caption(), figures);
  }
}
