package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs in JVMs of their own, with the same Python as this one. */
final class ChildJvm {
  private static final int SECONDS = 240;

  private ChildJvm() {}

  /** A program that runs, and what it prints. */
  record Running(Process process, Path output) {
    /** Waits for its end. */
    int exitValue() throws IOException, InterruptedException {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as(printed()).isTrue();
      return process.exitValue();
    }

    String printed() throws IOException {
      return Files.readString(output);
    }
  }

  static int exitValue(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return start(program, List.of(), arguments).exitValue();
  }

  /** What a program prints that ends well. */
  static String printed(Class<?> program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Running running = start(program, options, arguments);
    assertThat(running.exitValue()).as(running.printed()).isZero();
    return running.printed();
  }

  static Running start(Class<?> program, List<String> options, String... arguments)
      throws IOException {
    return start(program, options, Map.of(), arguments);
  }

  static Running start(
      Class<?> program, List<String> options, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:+ErrorFileToStdout");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dndbind.checked=true");
    command.add("-Dndbind.cache=" + System.getProperty("ndbind.cache"));
    command.add("-Dndbind.test.python=" + System.getProperty("ndbind.test.python", ""));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(options);
    command.add(program.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("MALLOC_PERTURB_", "165");
    Path output = Files.createTempFile("child", ".txt");
    output.toFile().deleteOnExit();
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new Running(builder.start(), output);
  }
}
