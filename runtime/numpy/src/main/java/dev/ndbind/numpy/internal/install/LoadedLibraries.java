package dev.ndbind.numpy.internal.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The shared libraries that this process has loaded, its own and those of others. */
final class LoadedLibraries {
  private static final Path MAPPED = Path.of("/proc/self/maps");

  private LoadedLibraries() {}

  /**
   * Finds libraries by their files.
   *
   * @param prefix what the name of the file begins with
   * @return full paths without links; empty if the system does not tell
   */
  static Set<String> named(String prefix) {
    Set<String> found = new TreeSet<>();
    try (Stream<String> lines = Files.lines(MAPPED)) {
      lines
          .filter(line -> line.contains("/" + prefix))
          .map(line -> line.substring(line.indexOf('/')))
          .filter(file -> file.startsWith(prefix, file.lastIndexOf('/') + 1))
          .forEach(found::add);
    } catch (IOException _) { // Not Linux.
      return Set.of();
    }
    return found;
  }
}
