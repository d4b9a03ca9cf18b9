package dev.ndbind.numpy.internal.install;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An archive on the class path or module path, found by a file that it must have. */
final class Archive implements AutoCloseable {
  private final JarFile file;
  private final String prefix;
  private final List<JarEntry> entries;

  private Archive(JarFile file, String prefix, List<JarEntry> entries) {
    this.file = file;
    this.prefix = prefix;
    this.entries = entries;
  }

  /**
   * Looks for an archive.
   *
   * @param artifact its name, for the message
   * @param prefix the folder in it
   * @param known a file in the folder
   * @param isWanted chooses among the files, by their names within the folder
   */
  static Archive find(String artifact, String prefix, String known, Predicate<String> isWanted)
      throws RefusedException {
    URL found = resource(prefix + known);
    if (found == null) {
      throw new RefusedException(
          "the archive of %s for this platform is not on the class path: add the three artifacts"
                  .formatted(artifact)
              + " org.bytedeco:cpython, numpy and openblas with their classifier, or use Python.at");
    }
    try {
      URLConnection connection = found.openConnection();
      if (!(connection instanceof JarURLConnection jar)) {
        throw new RefusedException(artifact + " is not in a jar file but at " + found);
      }
      jar.setUseCaches(false);
      JarFile file = jar.getJarFile();
      return new Archive(file, prefix, entries(file, prefix, isWanted));
    } catch (IOException e) {
      throw new RefusedException("the archive %s cannot be read: %s".formatted(found, e), e);
    }
  }

  private static @Nullable URL resource(String name) {
    return Stream.of(
            Thread.currentThread().getContextClassLoader(),
            Archive.class.getClassLoader(),
            ClassLoader.getSystemClassLoader())
        .filter(Objects::nonNull)
        .map(loader -> loader.getResource(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<JarEntry> entries(JarFile file, String prefix, Predicate<String> isWanted) {
    return file.stream()
        .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
        .filter(entry -> isWanted.test(entry.getName().substring(prefix.length())))
        .toList();
  }

  /** The files that are wanted. */
  List<JarEntry> entries() {
    return entries;
  }

  /** Where a file goes, with slashes. */
  String name(JarEntry entry) {
    return entry.getName().substring(prefix.length());
  }

  JarFile file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
