package dev.ndbind.numpy.internal.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The interpreter that comes as Maven artifacts: those of JavaCPP, of which only files are used, no
 * classes.
 */
public final class Embedded {
  private static final String LIBRARY = "libpython3\\.\\d+\\.so\\.1\\.0";

  /** What the standard library has for developers of Python and for windows on a screen. */
  private static final Pattern UNWANTED_PYTHON =
      Pattern.compile(
          ".*/(test|idlelib|turtledemo|tkinter|ensurepip|site-packages|config-3[^/]*|ossl-modules"
              + "|cmake|pkgconfig)/.*|.*/(_test|xx|_xx)[^/]*\\.so");

  private static final Pattern WANTED_PYTHON =
      Pattern.compile("lib/.*|libffi\\.so\\.\\d+|" + LIBRARY);
  private static final Pattern WANTED_NUMPY = Pattern.compile("python/.*");
  private static final Pattern UNWANTED_NUMPY =
      Pattern.compile(".*/tests/.*|.*_tests\\.[^/]*so|.*\\.(pyi|pxd|h|c|f|f90|lib|a)");
  private static final Pattern WANTED_OPENBLAS =
      Pattern.compile("lib(openblas|gfortran|quadmath|gcc_s)\\.so\\.\\d+");

  private Embedded() {}

  /**
   * Finds the interpreter, and unpacks it unless that has been done.
   *
   * @return its files, all of them verified
   * @throws RefusedException if archives are missing, or cannot be unpacked
   */
  public static Installation install() throws RefusedException {
    String platform = Platform.classifier();
    try (Archive python =
            archive("cpython", platform, "bin/python3", WANTED_PYTHON, UNWANTED_PYTHON);
        Archive numpy =
            archive("numpy", platform, "python/numpy/__init__.py", WANTED_NUMPY, UNWANTED_NUMPY);
        Archive openblas =
            archive(
                "openblas", platform, "libopenblas.so.0", WANTED_OPENBLAS, Pattern.compile(""))) {
      ArchiveContents contents = new ArchiveContents(List.of(python, numpy, openblas));
      return at(new Unpacked(cache(), contents).directory(), contents);
    } catch (IOException e) {
      throw new RefusedException("an archive cannot be closed: " + e, e);
    }
  }

  private static Archive archive(
      String artifact, String platform, String known, Pattern wanted, Pattern unwanted)
      throws RefusedException {
    return Archive.find(
        artifact,
        "org/bytedeco/%s/%s/".formatted(artifact, platform),
        known,
        name -> wanted.matcher(name).matches() && !unwanted.matcher(name).matches());
  }

  private static Path cache() {
    String chosen = System.getProperty("ndbind.cache");
    Path root =
        chosen == null
            ? Path.of(System.getProperty("user.home"), ".cache", "ndbind")
            : Path.of(chosen);
    return root.resolve("python").toAbsolutePath();
  }

  private static Installation at(Path directory, ArchiveContents contents) throws RefusedException {
    return new Installation(
        directory.resolve(file(contents, LIBRARY)),
        null,
        List.of(
            directory.resolve(file(contents, "libopenblas\\.so\\.\\d+")),
            directory.resolve(file(contents, "libffi\\.so\\.\\d+"))),
        null,
        directory,
        false,
        List.of(directory.resolve("python")));
  }

  private static String file(ArchiveContents contents, String pattern) throws RefusedException {
    return contents.names().stream()
        .filter(name -> name.matches(pattern))
        .findFirst()
        .orElseThrow(() ->
            new RefusedException(
                "the archives have no %s".formatted(pattern.toLowerCase(Locale.ROOT))));
  }
}
