package dev.ndbind.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command as its caller sees it. */
class ReportCommandTest {
  private static final String SCENE = "META-INF/ndbind/dev.ndbind.examples.SceneAdapter.json";

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path page = Path.of("");

  @BeforeEach
  void choosePage() {
    page = directory.resolve("new/page.html");
  }

  @Test
  void writesThePageOfAClassDirectory() throws IOException {
    assertThat(run(Samples.plans(), "--sources", Samples.sources())).isZero();
    assertThat(out.toString()).isEqualTo("%s: adapters 4, methods 10%n".formatted(page));
    assertThat(err.toString()).isEmpty();
    assertThat(page).hasContent(Samples.page());
  }

  @Test
  void writesThePageOfAJar() throws IOException {
    Path jar = directory.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(file)) {
      archive.putNextEntry(new ZipEntry(SCENE));
      Files.copy(Samples.plans().resolve(SCENE), archive);
    }
    assertThat(run(jar)).isZero();
    assertThat(page).content().contains("ndvi", "principalComponents").doesNotContain("Distances");
  }

  /** The golden files of the processor's tests have every feature. */
  @Test
  void readsWhatTheProcessorWrites() throws IOException {
    Path golden = Path.of("..", "processor", "src", "test", "resources", "golden");
    List<Path> plans;
    try (Stream<Path> files = Files.walk(golden)) {
      plans = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    List<Object> arguments = new ArrayList<>(plans);
    arguments.addAll(List.of("--sources", golden));
    assertThat(run(arguments.toArray())).isZero();
    assertThat(plans).hasSizeGreaterThan(10);
    assertThat(out.toString()).contains("adapters " + plans.size() + ", ");
  }

  @Test
  void readsAPlanThatIsFoundTwiceOnce() throws IOException {
    assertThat(run(Samples.plans().resolve(SCENE), Samples.plans().resolve(SCENE))).isZero();
    assertThat(out.toString()).contains("adapters 1, methods 2");
  }

  @Test
  void refusesTwoPlansOfOneAdapter() throws IOException {
    String other = Files.readString(Samples.plans().resolve(SCENE)).replace("VIEW", "COPY");
    Path file = Files.writeString(directory.resolve("other.json"), other);
    assertThat(run(Samples.plans(), file)).isOne();
    assertOneLine("another plan of dev.ndbind.examples.SceneAdapter, which differs");
  }

  @Test
  void looksOnInDirectoriesWithoutPlans() {
    assertThat(run(directory, Samples.plans())).isZero();
  }

  @Test
  void saysThatAPathIsMissing() {
    assertThat(run(directory.resolve("missing"))).isOne();
    assertOneLine("missing: no such file or directory");
  }

  @Test
  void saysThatADirectoryOfSourcesIsMissing() {
    assertThat(run(Samples.plans(), "--sources", directory.resolve("missing"))).isOne();
    assertOneLine("missing: no such directory of sources");
  }

  @Test
  void saysThatThereIsNoPlan() {
    assertThat(run(directory)).isOne();
    assertOneLine("no copy plan in " + directory);
  }

  @Test
  void saysThatAFileIsOfNoUse() throws IOException {
    assertThat(run(Files.writeString(directory.resolve("notes.txt"), "?"))).isOne();
    assertOneLine("notes.txt: neither a class directory nor a jar nor a .json file");
  }

  @Test
  void saysThatAPageCannotBeWritten() throws IOException {
    page = Files.writeString(directory.resolve("file"), "").resolve("page.html");
    assertThat(run(Samples.plans())).isOne();
    assertOneLine("FileAlreadyExistsException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                   | not a copy plan
          []                                                  | not a copy plan
          ''                                                  | not a copy plan
          {"format": 2, "adapter": "A"}                       | format is 2, expected 1
          {"format": "1", "adapter": "A"}                     | format is "1", expected 1
          {"adapter": "A", "type": "B"}                       | "format" is missing
          {"format": 1, "type": "B"}                          | "adapter" is missing
          {"format": 1, "adapter": "A", "type": "B", "methods": [{}]} | "method" is missing
          {"format": 1, "adapter": "A", "type": "B", "methods": 3}    | not a copy plan
          """)
  void saysWhatIsWrongWithAPlan(String json, String message) throws IOException {
    assertThat(run(Files.writeString(directory.resolve("broken.json"), json))).isOne();
    assertOneLine("broken.json: ", message);
  }

  @Test
  void saysThatAStepIsUnknown() throws IOException {
    String other = Files.readString(Samples.plans().resolve(SCENE)).replace("\"CAST\"", "\"MELT\"");
    assertThat(run(Files.writeString(directory.resolve("broken.json"), other))).isOne();
    assertOneLine("\"step\" is missing, or has a value unknown here");
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() throws IOException {
    String newer =
        Files.readString(Samples.plans().resolve(SCENE))
            .replace("\"format\": 1,", "\"format\": 1, \"later\": {\"a\": []},");
    assertThat(run(Files.writeString(directory.resolve("newer.json"), newer))).isZero();
  }

  @Test
  void explainsItselfToWhoCallsItWrongly() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required parameter", "Usage: ndbind-report");
    assertThat(run(Samples.plans(), "--colour")).isEqualTo(2);
  }

  private int run(Object... arguments) {
    CommandLine command =
        ReportCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] words = new String[arguments.length + 2];
    for (int k = 0; k < arguments.length; k++) {
      words[k] = arguments[k].toString();
    }
    words[arguments.length] = "--output";
    words[arguments.length + 1] = page.toString();
    return command.execute(words);
  }

  private void assertOneLine(String... parts) {
    assertThat(err.toString()).startsWith("ndbind-report: ").contains(parts).hasLineCount(1);
    assertThat(page).doesNotExist();
  }
}
