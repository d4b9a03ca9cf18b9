package dev.ndbind.numpy;

import dev.ndbind.NumpyArray;
import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Caretaker;
import dev.ndbind.numpy.internal.cpython.Gil;
import dev.ndbind.numpy.internal.install.Embedded;
import dev.ndbind.numpy.internal.install.Installation;
import dev.ndbind.numpy.internal.install.Installed;
import dev.ndbind.numpy.internal.install.RefusedException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * CPython with NumPy, in this process. There is at most one, which runs until the process ends.
 *
 * {@snippet :
 * Python python = Python.embedded();
 * PythonFunction mean = python.module("numpy").function("mean");
 * Float64Array means = mean.callArray(Float64Array.class, points, Python.keyword("axis", 0));
 * }
 *
 * <p>The interpreter is isolated: it ignores environment variables, the user's own site directory
 * and the working directory, and leaves signals to the JVM. What Python prints appears on the
 * process's standard output and error, without a buffer.
 *
 * <p>All methods may be called from any thread, virtual ones included. Python runs one thread at a
 * time; functions that take long and give others a chance, as most of NumPy's do, run in parallel.
 */
public final class Python {
  private static final Object LOCK = new Object();

  /** What runs, and what it was asked as: {@code EMBEDDED}, or a program. */
  private static @Nullable Python running;

  private static @Nullable Path runningAs;

  /** Why a start has failed that cannot be tried again. */
  private static @Nullable String failure;

  /** Stands for the interpreter that comes as Maven artifacts. */
  private static final Path EMBEDDED = Path.of("the embedded Python");

  private final Bridge bridge;

  private Python(Bridge bridge) {
    this.bridge = bridge;
  }

  /** Where an interpreter is looked for. */
  private interface Source {
    Installation find() throws RefusedException;
  }

  /**
   * The interpreter that comes as Maven artifacts; nothing needs to be installed. Its archives,
   * {@code org.bytedeco:cpython}, {@code numpy} and {@code openblas} with the classifier of the
   * platform, are unpacked once to a directory that the property {@code ndbind.cache} chooses, by
   * default {@code ~/.cache/ndbind}, and verified before each use.
   *
   * @return always the same one
   * @throws PythonUnavailableException if archives are missing or cannot be unpacked, or if another
   *     interpreter runs already
   */
  public static Python embedded() {
    return start(EMBEDDED, Embedded::install);
  }

  /**
   * The user's own interpreter, or that of a virtual environment, with all packages that it has.
   *
   * <p>It is run once, to ask where its library is.
   *
   * @param executable the program, for example {@code venv/bin/python}: CPython 3.11 or newer with
   *     a shared library, and NumPy 1.24 or newer
   * @return always the same one for the same program
   * @throws PythonUnavailableException if it is no such interpreter, or if another one runs already
   */
  public static Python at(Path executable) {
    // A virtual environment is known by the link, not by the interpreter it leads to.
    Path program = executable.toAbsolutePath().normalize();
    return start(program, () -> Installed.ask(program));
  }

  private static Python start(Path as, Source source) {
    synchronized (LOCK) {
      Python present = running;
      if (present != null && as.equals(runningAs)) {
        return present;
      }
      requireNone();
      try {
        Python started = start(source.find());
        running = started;
        runningAs = as;
        return started;
      } catch (RefusedException e) {
        throw new PythonUnavailableException(String.valueOf(e.getMessage()), e.getCause());
      }
    }
  }

  private static void requireNone() {
    if (failure != null) {
      throw new PythonUnavailableException(
          "Python has failed to start, and a process has one attempt: " + failure, null);
    }
    if (running != null) {
      throw new PythonUnavailableException(
          "%s runs in this process already, and there can be only one".formatted(runningAs), null);
    }
  }

  private static Python start(Installation installation) throws RefusedException {
    try {
      Caretaker.start(installation);
      return Gil.run(scratch -> new Python(new Bridge(installation.paths(), scratch)));
    } catch (RefusedException e) {
      failure = Caretaker.canRetry() ? null : e.getMessage();
      throw e;
    } catch (PythonException e) {
      failure = "NumPy cannot be imported: " + e.getMessage();
      throw new PythonUnavailableException(failure, e);
    }
  }

  /**
   * A keyword argument.
   *
   * @param name of the parameter, an identifier
   * @param value anything that can be an argument
   * @return to be passed after all positional arguments
   * @throws IllegalArgumentException if the name is no identifier
   */
  public static KeywordArgument keyword(String name, @Nullable Object value) {
    return new KeywordArgument(name, value);
  }

  /**
   * Imports a module, if that has not been done.
   *
   * @param name its full name: identifiers with dots between them
   * @return the module
   * @throws IllegalArgumentException if it is no such name
   * @throws PythonException if it cannot be imported
   */
  public PythonModule module(String name) {
    Names.requireDotted(name, "module");
    long module =
        Gil.run(
            scratch -> Errors.check(CPython.importModule(Names.interned(name, scratch)), scratch));
    return new PythonModule(module, name);
  }

  /**
   * Lets Python find modules in a directory, before all others: {@code sys.path.insert(0, ...)}.
   *
   * @param directory where files of Python's source are
   */
  public void addPath(Path directory) {
    bridge.addPath(directory);
  }

  /**
   * An ndarray over an array's memory, of the same strides, read-only if the array is.
   *
   * <p>The memory stays valid as long as Python or the object returned reach it, also when the
   * array is freed or, as the argument of an annotated method, is no longer valid. An array over a
   * segment that a caller passed is copied.
   *
   * @param array a valid array, not bfloat16
   * @return the ndarray, to be closed
   * @throws IllegalStateException if the array is no longer valid
   */
  public PythonObject array(NumpyArray array) {
    Objects.requireNonNull(array, "array");
    return Gil.run(
        scratch -> new PythonObject(new Handle(Loan.of(array, "Python.array", scratch)), "array"));
  }

  /**
   * The version of Python.
   *
   * @return for example {@code 3.14.3}
   */
  public String version() {
    return bridge.version;
  }

  /**
   * The version of NumPy.
   *
   * @return for example {@code 2.4.2}
   */
  public String numpyVersion() {
    return bridge.numpyVersion;
  }
}
