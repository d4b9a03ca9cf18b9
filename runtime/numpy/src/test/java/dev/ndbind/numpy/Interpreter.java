package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The Python that the tests of this JVM use: the embedded one, or that of the system if the
 * property {@code ndbind.test.python} names it.
 */
final class Interpreter {
  private static final String PROGRAM = System.getProperty("ndbind.test.python", "");

  private Interpreter() {}

  static boolean isEmbedded() {
    return PROGRAM.isEmpty();
  }

  static Python start() {
    if (isEmbedded()) {
      return Python.embedded();
    }
    try {
      return Python.at(Path.of(PROGRAM));
    } catch (PythonUnavailableException e) {
      if (System.getenv("CI") != null || !isMissing(e)) {
        return fail(e);
      }
      return Assumptions.abort(
          "on Debian, install python3-numpy and libpython3.11: " + e.getMessage());
    }
  }

  private static boolean isMissing(PythonUnavailableException e) {
    return !Files.exists(Path.of(PROGRAM))
        || String.valueOf(e.getMessage()).contains("has no NumPy")
        || String.valueOf(e.getMessage()).contains("without a shared library");
  }
}
