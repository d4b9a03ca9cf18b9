package dev.ndbind.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a JVM of its own, on this one's class path: one that needs other options, that
 * would crash if something were wrong, or in which a framework writes to the console.
 */
public final class ChildJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+ErrorFileToStdout",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final ProcessBuilder builder;
  private long minutes = 10;

  private ChildJvm(List<String> command) {
    this.builder = new ProcessBuilder(command).redirectErrorStream(true);
  }

  /**
   * Prepares a program.
   *
   * @param program has a main method
   * @param options of the JVM, for example {@code -Xmx64m}
   */
  public static ChildJvm of(Class<?> program, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    return new ChildJvm(command);
  }

  /** Sets another class path than this JVM's. Call it before {@link #arguments}. */
  public ChildJvm classPath(String classPath) {
    List<String> command = builder.command();
    command.set(command.size() - 2, classPath);
    return this;
  }

  /** Gives the program's main method its arguments. */
  public ChildJvm arguments(String... arguments) {
    builder.command().addAll(List.of(arguments));
    return this;
  }

  /** Sets a variable of the program's environment. */
  public ChildJvm environment(String name, String value) {
    builder.environment().put(name, value);
    return this;
  }

  /** Sets a guard against programs that hang: after that long they are ended. */
  public ChildJvm minutes(long most) {
    this.minutes = most;
    return this;
  }

  /**
   * Runs the program.
   *
   * @return all that it has printed
   * @throws AssertionError with all that it has printed, unless it ends well
   */
  public String run() throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".txt");
    try {
      Process process = builder.redirectOutput(output.toFile()).start();
      boolean ended;
      try {
        ended = process.waitFor(minutes, TimeUnit.MINUTES);
      } finally {
        process.destroyForcibly().waitFor();
      }
      return printed(output, ended, process.exitValue());
    } finally {
      Files.delete(output);
    }
  }

  private static String printed(Path output, boolean ended, int exit) throws IOException {
    String printed = Files.readString(output);
    if (!ended || exit != 0) {
      String end = ended ? "ended with " + exit : "did not end";
      throw new AssertionError("the program %s; it printed:%n%s".formatted(end, printed));
    }
    return printed;
  }
}
