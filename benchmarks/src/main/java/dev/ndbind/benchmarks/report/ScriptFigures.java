package dev.ndbind.benchmarks.report;

import com.google.gson.Gson;
import dev.ndbind.benchmarks.report.Figure.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Measures figures with the Python that is installed, in a process of its own. */
final class ScriptFigures {
  private static final String PYTHON = System.getProperty("ndbind.python", "/usr/bin/python3");

  private final Effort effort;
  private String versions = "";

  ScriptFigures(Effort effort) {
    this.effort = effort;
  }

  /**
   * What the script prints.
   *
   * @param versions of Python and what it imported
   * @param nanoseconds of an operation, for each repetition; null if something is not installed
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Answer(String versions, double[] nanoseconds) {}

  /** Of Python and its modules; empty if nothing was measured with it. */
  String versions() {
    return versions;
  }

  /** One round. Empty if there is no Python, or a module is not installed. */
  Optional<Sample> measure(Script figure) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return Optional.empty();
    }
    Answer answer = run(figure.function());
    versions = answer.versions();
    return Optional.ofNullable(answer.nanoseconds()).map(all -> Sample.of(Double.NaN, all));
  }

  private Answer run(String function) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(PYTHON, "-", function, seconds(), repetitions(), data())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream script = ScriptFigures.class.getResourceAsStream("peers.py")) {
      Objects.requireNonNull(script).transferTo(process.getOutputStream());
      process.getOutputStream().close();
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("peers.py failed for " + function);
    }
    return new Gson().fromJson(printed, Answer.class);
  }

  private String seconds() {
    return Double.toString(effort.milliseconds / 1000.0);
  }

  private String repetitions() {
    return Integer.toString(effort.iterations);
  }

  private static String data() {
    return System.getProperty("ndbind.data", ".");
  }
}
