package dev.ndbind.examples.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * From every kind of data to every other: what is a view and what is copied, found out by writing
 * to the one and reading the other, each by the means of its own library. The table of the
 * documentation must be what is found; {@code -Dndbind.golden=write} rewrites it.
 */
class InterchangeTest {
  private static final Path PAGE = Path.of("..", "docs", "interchange.md");

  /** By whose rows and columns the array is handed on. */
  private enum Layout {
    CONTIGUOUS,
    TRANSPOSED
  }

  @Test
  void theTablesOfTheDocumentationAreWhatHappens() throws Exception {
    for (Layout layout : Layout.values()) {
      String name = layout.name().toLowerCase(java.util.Locale.ROOT);
      String begin = "<!-- begin %s: InterchangeTest -->\n".formatted(name);
      String end = "<!-- end %s -->".formatted(name);
      String page = Files.readString(PAGE);
      int from = page.indexOf(begin) + begin.length();
      int to = page.indexOf(end);
      assertThat(to).as("the place of the table").isGreaterThan(from - 1);
      String table = table(layout);
      if ("write".equals(System.getProperty("ndbind.golden"))) {
        Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
      } else {
        assertThat(page.substring(from, to)).isEqualTo(table);
      }
    }
  }

  private static String table(Layout layout) throws Exception {
    StringBuilder table = new StringBuilder();
    table.append(row("from ↓ to →", Target.ALL.stream().map(Target::name).toList()));
    table.append(row("---", Target.ALL.stream().map(_ -> "---").toList()));
    for (Source source : Source.ALL) {
      java.util.List<String> cells = new java.util.ArrayList<>();
      for (Target target : Target.ALL) {
        cells.add(observe(source, target, layout));
      }
      table.append(row(source.name(), cells));
    }
    return table.toString();
  }

  private static String row(String first, java.util.List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }

  private static String observe(Source source, Target target, Layout layout) throws Exception {
    Source.Made made = source.make().call();
    Float32Array array = made.array();
    boolean isTransposed = layout == Layout.TRANSPOSED;
    Target.Reader seen;
    try {
      seen = target.make().apply(isTransposed ? array.transpose() : array);
    } catch (IllegalStateException e) {
      return "refused";
    }
    Target.Reader reader = isTransposed ? (row, column) -> seen.read(column, row) : seen;
    assertElements(reader, source + " to " + target);
    return copies(made, reader);
  }

  private static void assertElements(Target.Reader reader, String what) {
    for (int row = 0; row < Source.ROWS; row++) {
      for (int column = 0; column < Source.COLUMNS; column++) {
        assertThat(reader.read(row, column)).as(what).isEqualTo(Source.value(row, column));
      }
    }
  }

  /** How often the elements were copied, on the way to the array and on the way from it. */
  private static String copies(Source.Made made, Target.Reader reader) throws IOException {
    int copies = 0;
    made.writer().write(1, 0, 50);
    if (made.array().get(1, 0) != 50) {
      copies++;
      made.array().set(1, 0, 50);
    }
    if (reader.read(1, 0) != 50) {
      copies++;
    }
    return copies == 0 ? "view" : copies == 1 ? "copy" : copies + " copies";
  }
}
