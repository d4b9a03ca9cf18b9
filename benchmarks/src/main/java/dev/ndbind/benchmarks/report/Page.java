package dev.ndbind.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of Markdown that shows results between two marks. */
final class Page {
  private static final String BEGIN = "<!-- measured -->";
  private static final String END = "<!-- end of what was measured -->";
  private static final String CHART = "images/performance.svg";

  private Page() {}

  /**
   * Replaces the results, and the chart in the directory {@code images} beside the page.
   *
   * @throws IOException if the page cannot be read or written, or has no marks
   */
  static void update(Path page, String results, String chart) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IOException(page + " has no lines " + BEGIN + " and " + END);
    }
    String picture = "![What was measured, where 1 is what must be reached](" + CHART + ")";
    String head = text.substring(0, begin + BEGIN.length());
    Files.writeString(
        page, head + "\n\n" + picture + "\n\n" + results + "\n" + text.substring(end));
    Path file = page.toAbsolutePath().resolveSibling(CHART);
    Files.createDirectories(file.getParent());
    Files.writeString(file, chart);
  }
}
