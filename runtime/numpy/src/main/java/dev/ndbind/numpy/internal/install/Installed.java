package dev.ndbind.numpy.internal.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An interpreter of the user's: it is run once, to tell what it is and where its library is. */
public final class Installed {
  private static final int SECONDS = 60;

  private static final Set<String> NAMES =
      Set.of(
          "implementation",
          "version",
          "machine",
          "bits",
          "threaded",
          "executable",
          "library",
          "numpy",
          "missing",
          "openblas");

  private Installed() {}

  /**
   * Asks an interpreter.
   *
   * @param executable its program, perhaps that of a virtual environment
   * @return its files
   * @throws RefusedException if it is no interpreter that can run in this process
   */
  public static Installation ask(Path executable) throws RefusedException {
    if (!Files.isExecutable(executable) || Files.isDirectory(executable)) {
      throw new RefusedException(executable + " is no program");
    }
    Facts facts = Facts.of(executable, run(executable));
    requireUsable(executable, facts);
    return new Installation(
        Path.of(facts.get("library")),
        facts.get("version"),
        List.of(),
        Path.of(facts.get("executable")),
        null,
        true,
        List.of());
  }

  private static String run(Path executable) throws RefusedException {
    ProcessBuilder builder =
        new ProcessBuilder(executable.toString(), "-I", "-X", "utf8", "-c", script());
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> printed =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new RefusedException(executable + " does not answer");
      }
      String output = printed.join();
      if (process.exitValue() != 0) {
        throw new RefusedException(
            "%s is no Python that can be used; it printed: %s"
                .formatted(executable, output.strip()));
      }
      return output;
    } catch (IOException e) {
      throw new RefusedException("%s cannot be run: %s".formatted(executable, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("the thread was interrupted while it asked " + executable, e);
    }
  }

  private static String script() {
    try (InputStream script = Installed.class.getResourceAsStream("probe.py")) {
      return read(Objects.requireNonNull(script, "probe.py"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the interpreter has printed. */
  private record Facts(Map<String, String> values) {
    static Facts of(Path executable, String output) throws RefusedException {
      Map<String, String> values = new HashMap<>();
      for (String line : output.lines().toList()) {
        String[] fact = line.split("\t", 2);
        if (fact.length == 2) {
          values.put(fact[0], fact[1]);
        }
      }
      if (!values.keySet().containsAll(NAMES)) {
        throw new RefusedException(
            "%s is no Python; it printed: %s".formatted(executable, output.strip()));
      }
      return new Facts(values);
    }

    String get(String name) {
      return Objects.requireNonNull(values.get(name), name);
    }
  }

  private static void requireUsable(Path executable, Facts facts) throws RefusedException {
    String version = facts.get("version");
    String implementation = facts.get("implementation");
    String found = "%s is %s %s".formatted(executable, implementation, version);
    if (!implementation.equals("CPython") || !isAtLeast(version, 3, 11)) {
      throw new RefusedException(found + ", needed is CPython 3.11 or newer");
    }
    if (!facts.get("threaded").isEmpty()) {
      throw new RefusedException(found + " without the global interpreter lock, which is needed");
    }
    if (!facts.get("machine").equals(Platform.machine()) || !facts.get("bits").equals("64")) {
      throw new RefusedException(
          "%s for %s with %s bits, this Java is for %s with 64"
              .formatted(found, facts.get("machine"), facts.get("bits"), Platform.machine()));
    }
    if (facts.get("library").isEmpty()) {
      throw new RefusedException(
          found
              + " without a shared library, which another program could load; Debian has it in the"
              + " package libpython3.x, and configure makes it with --enable-shared");
    }
    requireNumpy(executable, facts);
    requireOpenblas(executable, facts.get("openblas"));
  }

  /**
   * The loader gives libraries that ask for OpenBLAS the first one that was loaded by any program
   * under its name, such as PyTorch's. Another release of it than they were built with is fatal.
   */
  private static void requireOpenblas(Path executable, String needed) throws RefusedException {
    if (needed.isEmpty()) {
      return;
    }
    Set<String> loaded = LoadedLibraries.named("libopenblas");
    if (!loaded.isEmpty() && !loaded.contains(needed)) {
      throw new RefusedException(
          "NumPy of %s needs %s, but the process has another library of that name already, %s;"
                  .formatted(executable, needed, loaded.iterator().next())
              + " start Python before PyTorch, or any other library that has its own OpenBLAS");
    }
  }

  private static void requireNumpy(Path executable, Facts facts) throws RefusedException {
    String numpy = facts.get("numpy");
    if (numpy.isEmpty()) {
      throw new RefusedException(
          "%s has no NumPy: %s; %s -m pip install numpy"
              .formatted(executable, facts.get("missing"), executable));
    }
    if (!isAtLeast(numpy, 1, 24)) {
      throw new RefusedException(
          "%s has NumPy %s, needed is 1.24 or newer".formatted(executable, numpy));
    }
  }

  private static boolean isAtLeast(String version, int major, int minor) {
    String[] parts = version.split("\\.", 3);
    int first = Integer.parseInt(parts[0]);
    return first > major || (first == major && Integer.parseInt(parts[1]) >= minor);
  }
}
