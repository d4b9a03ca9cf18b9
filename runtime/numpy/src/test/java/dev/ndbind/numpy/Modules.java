package dev.ndbind.numpy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Python modules of the tests. */
final class Modules {
  private Modules() {}

  static Path directory() {
    try {
      return Path.of(Objects.requireNonNull(Modules.class.getResource("/python")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static PythonModule find(String name) {
    Python python = Interpreter.start();
    python.addPath(directory());
    return python.module(name);
  }
}
