package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A mapped file that is truncated while it is used is an error, and not the end of the JVM. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody can truncate a mapped file there")
class TruncatedFileTest {
  @Test
  void usesOfMissingPagesAreErrors(@TempDir Path directory)
      throws IOException, InterruptedException {
    String printed =
        ChildJvm.of(TruncatedFileProgram.class, "-Xmx256m").arguments(directory.toString()).run();
    assertThat(printed.lines()).last().asString().isEqualTo("lives");
    assertThat(printed.lines().filter(line -> line.contains(": ")))
        .hasSize(51)
        .allMatch(line -> line.endsWith("InternalError") || line.endsWith(": IOException"));
  }
}
