package dev.ndbind.report.page;

import dev.ndbind.report.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The listing of a source file.
 *
 * @param path its path
 * @param lines its lines
 */
record SourceView(String path, List<Line> lines) {

  /**
   * A line of source.
   *
   * @param id its place on the page
   * @param number from 1
   * @param text without its end
   */
  record Line(String id, int number, String text) {}

  static SourceView of(SourceFile file) {
    List<Line> lines = new ArrayList<>();
    for (String text : file.lines()) {
      int number = lines.size() + 1;
      lines.add(new Line(id(file, number), number, text));
    }
    return new SourceView(file.path(), lines);
  }

  static String id(SourceFile file, int line) {
    return "%s:%d".formatted(file.path(), line);
  }
}
