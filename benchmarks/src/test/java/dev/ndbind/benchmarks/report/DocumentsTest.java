package dev.ndbind.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.ndbind.benchmarks.report.Figure.Script;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Table, JSON and chart of three comparisons, one of them with a peer that is missing. */
class DocumentsTest {
  private static final Figure OURS = new Script("ours");
  private static final Figure PEER = new Script("peer");

  private final Measurements measurements = new Measurements();
  private List<Result> results;

  @BeforeEach
  void measure() {
    measurements.add(OURS, Sample.of(128, 900, 1000, 1100));
    measurements.add(PEER, Sample.of(Double.NaN, 2500));
    Case subject = new Case("cast", "a < b", OURS);
    subject.atLeast(2, "`peer`", PEER).atMost(500).atLeast(1, "nobody", new Script("nobody"));
    results = measurements.results(List.of(subject));
  }

  @Test
  void tableShowsRatiosAndVerdicts() {
    assertThat(Table.markdown(results).lines())
        .containsExactly(
            "### A cast",
            "",
            "|  | ndbind | beside |  | times as fast | must reach |  |",
            "| --- | ---: | --- | ---: | ---: | ---: | --- |",
            "| a < b | 1.00 µs (950 ns–1.05 µs), 128 B | `peer` | 2.50 µs (2.50 µs–2.50 µs) | 2.50"
                + " (2.38–2.63) | 2.00 | reached |",
            "|  |  | limit | 500 ns | 0.50 (0.48–0.53) | 1.00 | **missed** |",
            "|  |  | nobody | not measured | – | 1.00 |  |");
  }

  @Test
  void jsonHasNullForWhatIsMissing() {
    JsonObject json =
        JsonParser.parseString(Json.of(machine(), "mvn", results, measurements)).getAsJsonObject();
    List<JsonObject> rows =
        json.getAsJsonArray("rows").asList().stream().map(row -> row.getAsJsonObject()).toList();
    assertThat(json.get("command").getAsString()).isEqualTo("mvn");
    assertThat(json.getAsJsonObject("machine").get("processor").getAsString()).isEqualTo("CPU");
    assertThat(json.getAsJsonArray("figures")).hasSize(2);
    assertThat(rows.get(0).get("ratio").getAsDouble()).isEqualTo(2.5);
    assertThat(rows.get(0).get("bytes").getAsDouble()).isEqualTo(128);
    assertThat(rows.get(1).get("limitNs").getAsDouble()).isEqualTo(500);
    assertThat(rows.get(1).get("reached").getAsBoolean()).isFalse();
    assertThat(rows.get(2).get("peerNs").isJsonNull()).isTrue();
    assertThat(rows.get(2).get("reached").isJsonNull()).isTrue();
  }

  /** The middle of the scale is not at 1, which is why both bars begin where the line is. */
  @Test
  void chartHasBarsOnBothSidesOfTheLine() throws Exception {
    Document chart = parse(Chart.svg(results, "about \"this\" & that"));
    int line = number(with(chart, "line", "goal").getFirst(), "x1");
    Element reached = with(chart, "rect", "reached").getFirst();
    Element missed = with(chart, "rect", "missed").getFirst();
    assertThat(number(reached, "x")).isEqualTo(line);
    assertThat(number(missed, "x") + number(missed, "width")).isEqualTo(line);
    assertThat(number(missed, "width")).isGreaterThan(number(reached, "width"));
    assertThat(with(chart, "text", "label"))
        .extracting(Element::getTextContent)
        .containsExactly("a < b / peer", "a < b / limit");
  }

  @Test
  void pageIsChangedBetweenItsMarks(@TempDir Path directory) throws IOException {
    Path page = directory.resolve("page.md");
    Files.writeString(page, "a\n<!-- measured -->\nold\n<!-- end of what was measured -->\nb\n");
    Page.update(page, "new", "<svg/>");
    assertThat(Files.readString(page))
        .startsWith("a\n<!-- measured -->\n")
        .contains("(images/performance.svg)", "\nnew\n")
        .endsWith("\n<!-- end of what was measured -->\nb\n")
        .doesNotContain("old");
    assertThat(directory.resolve("images/performance.svg")).hasContent("<svg/>");
  }

  @Test
  void pageWithoutMarksIsLeftAlone(@TempDir Path directory) throws IOException {
    Path page = Files.writeString(directory.resolve("page.md"), "a");
    assertThatThrownBy(() -> Page.update(page, "new", "<svg/>"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no lines");
    assertThat(page).hasContent("a");
  }

  private static Machine machine() {
    return new Machine("2026-01-01", "CPU", 2, "system", "Java", "", 0);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> with(Document document, String tag, String kind) {
    NodeList all = document.getElementsByTagName(tag);
    return IntStream.range(0, all.getLength())
        .mapToObj(n -> (Element) all.item(n))
        .filter(element -> element.getAttribute("class").equals(kind))
        .toList();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }
}
