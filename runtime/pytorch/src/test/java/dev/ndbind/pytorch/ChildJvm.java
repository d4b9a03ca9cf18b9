package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a JVM of its own: one that would crash. There large blocks of memory are
 * unmapped when they are freed, so that whoever uses them later does crash.
 */
final class ChildJvm {
  private static final int SECONDS = 120;

  private ChildJvm() {}

  /** Fails with all that the program has printed, unless it ends well. */
  static void run(Class<?> program, Path directory, String... arguments)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Process process = start(program, output, arguments);
    try {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      String printed = Files.readString(output);
      assertThat(ended).as(printed).isTrue();
      assertThat(process.exitValue()).as(printed).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Class<?> program, Path output, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ErrorFileToStdout",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("MALLOC_MMAP_THRESHOLD_", "65536");
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
