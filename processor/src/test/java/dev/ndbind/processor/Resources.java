package dev.ndbind.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The test's resources in the source tree, where golden files can be rewritten. */
final class Resources {
  private static final Path ROOT = Path.of("src", "test", "resources");

  private Resources() {}

  static Path directory(String name) {
    return ROOT.resolve(name);
  }

  /** The entries of a directory, by name. */
  static List<Path> in(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
