package dev.ndbind.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself, on one row. What it measures decides nothing. */
class ReportTest {
  static {
    System.setProperty("jmh.ignoreLock", "true"); // Others may measure on this machine.
  }

  @Test
  void oneRowIsMeasuredAndWritten(@TempDir Path directory) throws Exception {
    int exit =
        Report.commandLine()
            .execute(
                "--effort=smoke",
                "--rows=call-torch: 3 tensors, transposed",
                "--output=" + directory.resolve("out"));
    assertThat(exit).isZero();
    assertThat(directory.resolve("out/performance.md"))
        .content()
        .contains("| 3 tensors, transposed | ", " B | limit of bytes | 600 B |");
    assertThat(directory.resolve("out/performance.svg"))
        .content()
        .contains("3 tensors, transposed / limit");
    String json = Files.readString(directory.resolve("out/performance.json"));
    assertThat(JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("rows")).hasSize(3);
  }

  @Test
  void unknownEffortIsAMistake() {
    assertThat(Report.commandLine().execute("--effort=enormous")).isEqualTo(2);
  }
}
