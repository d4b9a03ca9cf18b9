package dev.ndbind.numpy;

import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.NumpyApi;
import dev.ndbind.numpy.internal.cpython.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of ndbind that is written in Python. */
final class Bridge {
  private static final String TORCH =
      "importing torch would crash this process, which has PyTorch as a Java library;"
          + " leave org.bytedeco:pytorch out, or use its tensors as arguments";

  final String version;
  final String numpyVersion;
  private final PythonFunction addPath;

  /** Prepares a fresh interpreter; with the GIL. */
  Bridge(List<Path> paths, Scratch scratch) {
    long module = Errors.check(compile(scratch), scratch);
    Errors.install(Names.attribute(module, "described", scratch));
    addPath = new PythonFunction(Names.attribute(module, "add_path", scratch), "add_path");
    long parts = prepare(module, paths, scratch);
    Results results = new Results("bridge.py", scratch);
    version = results.asString(CPython.item(parts, 0));
    numpyVersion = results.asString(CPython.item(parts, 1));
    NumpyApi.Table.install(CPython.item(parts, 2));
    Results.install(CPython.item(parts, 3), CPython.item(parts, 4), CPython.item(parts, 5));
    // The tuple is kept for ever, and with it all that is in it.
  }

  private static long compile(Scratch scratch) {
    long mark = scratch.mark();
    long source = scratch.string(source());
    long module =
        CPython.module(source, scratch.string("<ndbind>/bridge.py"), scratch.string("_ndbind"));
    scratch.reset(mark);
    return module;
  }

  private static String source() {
    try (InputStream source = Bridge.class.getResourceAsStream("bridge.py")) {
      return new String(
          Objects.requireNonNull(source, "bridge.py").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long prepare(long module, List<Path> paths, Scratch scratch) {
    @Nullable Object[] arguments = new @Nullable Object[paths.size() + 1];
    arguments[0] = hasTorch() ? TORCH : null;
    for (int i = 0; i < paths.size(); i++) {
      arguments[i + 1] = paths.get(i).toString();
    }
    long function = Names.attribute(module, "prepare", scratch);
    Arguments given = new Arguments("bridge.py", arguments, List.of(), scratch);
    try {
      return given.call(function);
    } finally {
      given.settle();
      CPython.decRef(function);
    }
  }

  /** Whether PyTorch is, or could be, loaded by Java. */
  private static boolean hasTorch() {
    return Stream.of(
            Thread.currentThread().getContextClassLoader(),
            Bridge.class.getClassLoader(),
            ClassLoader.getSystemClassLoader())
        .filter(Objects::nonNull)
        .anyMatch(loader -> loader.getResource("org/bytedeco/pytorch/Tensor.class") != null);
  }

  void addPath(Path directory) {
    addPath.callVoid(directory.toAbsolutePath().toString());
  }
}
