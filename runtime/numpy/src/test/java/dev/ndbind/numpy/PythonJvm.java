package dev.ndbind.numpy;

import dev.ndbind.testing.ChildJvm;
import java.util.stream.Stream;

/** Programs in JVMs of their own, with the same Python as this one, and freed memory poisoned. */
final class PythonJvm {
  private PythonJvm() {}

  static ChildJvm of(Class<?> program, String... options) {
    Stream<String> same =
        Stream.of(
            "-Xmx512m",
            "-Dndbind.checked=true",
            "-Dndbind.cache=" + System.getProperty("ndbind.cache"),
            "-Dndbind.test.python=" + System.getProperty("ndbind.test.python", ""));
    String[] all = Stream.concat(same, Stream.of(options)).toArray(String[]::new);
    return ChildJvm.of(program, all).environment("MALLOC_PERTURB_", "165");
  }
}
