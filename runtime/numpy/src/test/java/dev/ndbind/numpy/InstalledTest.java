package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.numpy.internal.install.Installed;
import dev.ndbind.numpy.internal.install.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are no interpreters for this process. */
class InstalledTest {
  @TempDir private Path directory;

  private static void assertRefused(Path program, String why) {
    assertThatThrownBy(() -> Installed.ask(program))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(why);
  }

  /** A program that answers as a good interpreter would, but for one thing. */
  private Path answering(String name, String value) throws IOException {
    Map<String, String> facts = new HashMap<>();
    facts.put("implementation", "CPython");
    facts.put("version", "3.12.1");
    facts.put("machine", System.getProperty("os.arch").replace("amd64", "x86_64"));
    facts.put("bits", "64");
    facts.put("threaded", "");
    facts.put("executable", "/usr/bin/python3");
    facts.put("library", "/usr/lib/libpython3.12.so.1.0");
    facts.put("numpy", "2.0.1");
    facts.put("missing", "");
    facts.put("openblas", "");
    facts.put(name, value);
    String answer =
        facts.entrySet().stream()
            .map(fact -> fact.getKey() + "\t" + fact.getValue())
            .collect(Collectors.joining("\n"));
    return program("cat <<'END'\n" + answer + "\nEND\n");
  }

  private Path program(String script) throws IOException {
    Path program = Files.createTempFile(directory, "program", ".sh");
    Files.writeString(program, "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void interpretersMustFit() throws Exception {
    assertRefused(answering("implementation", "PyPy"), "needed is CPython 3.11 or newer");
    assertRefused(answering("version", "3.10.9"), "needed is CPython 3.11 or newer");
    assertRefused(answering("threaded", "free"), "without the global interpreter lock");
    assertRefused(answering("machine", "riscv64"), "CPython 3.12.1 for riscv64");
    assertRefused(answering("bits", "32"), "with 32 bits");
    assertRefused(answering("library", ""), "without a shared library");
    assertRefused(answering("numpy", "1.23.5"), "has NumPy 1.23.5, needed is 1.24 or newer");
    assertRefused(answering("numpy", ""), "has no NumPy");
    Installed.ask(answering("version", "3.15.0"));
  }

  @Test
  void programsMustBeInterpreters() throws Exception {
    assertRefused(directory.resolve("missing"), "is no program");
    assertRefused(directory, "is no program");
    assertRefused(program("echo hello"), "is no Python; it printed: hello");
    assertRefused(program("echo broken; exit 3"), "it printed: broken");
    Path text = Files.writeString(directory.resolve("text"), "#!/nowhere/python\n");
    Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rwx------"));
    assertRefused(text, "cannot be run");
  }
}
