package dev.ndbind.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.benchmarks.report.Figure.Jmh;
import dev.ndbind.benchmarks.report.Figure.Script;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That nothing is named which is not there. */
class CasesTest {
  private static final Map<String, BenchmarkListEntry> BENCHMARKS =
      BenchmarkList.defaultList()
          .getAll(
              OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
          .stream()
          .collect(Collectors.toMap(BenchmarkListEntry::getUsername, Function.identity()));

  @Test
  void benchmarksHaveTheParametersThatAreGiven() {
    assertThat(figures(Jmh.class))
        .isNotEmpty()
        .allSatisfy(figure -> {
          BenchmarkListEntry found = BENCHMARKS.get("dev.ndbind." + figure.benchmark());
          assertThat(found).isNotNull();
          assertThat(figure.parameters().keySet())
              .containsExactlyInAnyOrderElementsOf(found.getParams().orElse(Map.of()).keySet());
        });
  }

  @Test
  void functionsAreInTheScript() throws Exception {
    try (InputStream script = Report.class.getResourceAsStream("peers.py")) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(figures(Script.class))
          .isNotEmpty()
          .allMatch(figure -> text.contains("\ndef " + figure.function() + "():\n"));
    }
  }

  @Test
  void rowsHaveNamesOfTheirOwn() {
    assertThat(Cases.all()).extracting(c -> c.group + ": " + c.name).doesNotHaveDuplicates();
    assertThat(Cases.all()).allSatisfy(c -> assertThat(c.comparisons()).isNotEmpty());
    assertThat(Cases.all()).noneMatch(c -> Table.title(c.group).equals(c.group));
  }

  private static <F extends Figure> List<F> figures(Class<F> kind) {
    return Cases.all().stream()
        .map(Case::figures)
        .flatMap(List::stream)
        .flatMap(Measurements::parts)
        .flatMap(figure -> kind.isInstance(figure) ? Stream.of(kind.cast(figure)) : Stream.empty())
        .distinct()
        .toList();
  }
}
