package dev.ndbind.benchmarks;

import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is compared with NumPy is done by these functions, in loops of Python's own. */
final class PythonPeer {
  private static final String SOURCE =
      """
      import numpy

      def add(count, x, y):
          function = numpy.add
          for _ in range(count):
              function(x, y)

      def mean(count, x):
          function = numpy.mean
          for _ in range(count):
              float(function(x))

      def take(x):
          pass

      def astype(count, x, dtype):
          for _ in range(count):
              x.astype(dtype)

      def contiguous(count, x, axes):
          permuted = x.transpose(axes)
          for _ in range(count):
              numpy.ascontiguousarray(permuted)
      """;

  private PythonPeer() {}

  /** A function of the module above. Starts Python. */
  static PythonFunction function(String name) throws IOException {
    Path directory = Files.createTempDirectory("ndbind-peer");
    Path file = Files.writeString(directory.resolve("peer.py"), SOURCE);
    Python python = Python.embedded();
    python.addPath(directory);
    PythonFunction function = python.module("peer").function(name);
    Files.delete(file);
    return function;
  }
}
