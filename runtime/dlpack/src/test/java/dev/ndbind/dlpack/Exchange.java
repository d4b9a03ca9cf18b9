package dev.ndbind.dlpack;

import dev.ndbind.NumpyArray;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonModule;
import dev.ndbind.numpy.PythonObject;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Real NumPy, to and from which tensors go by their addresses. */
final class Exchange {
  private static final PythonModule MODULE = module();

  private Exchange() {}

  private static PythonModule module() {
    try {
      Python python = Python.embedded();
      python.addPath(Path.of(Exchange.class.getResource("/python").toURI()));
      return python.module("exchange");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code numpy.from_dlpack} makes of a tensor. */
  static PythonObject taken(long tensor, boolean isVersioned) {
    return MODULE.call("taken", tensor, isVersioned);
  }

  /** The tensor that {@code ndarray.__dlpack__} makes. */
  static long given(PythonObject array, boolean isVersioned) {
    return MODULE.function("given").callLong(array, isVersioned);
  }

  static PythonObject make(String layout, String dtype) {
    return MODULE.call("make", layout, dtype);
  }

  static String facts(PythonObject array) {
    return MODULE.function("facts").callString(array);
  }

  static String text(PythonObject array) {
    return MODULE.function("text").callString(array);
  }

  static boolean isWritable(PythonObject array) {
    return MODULE.function("writable").callBoolean(array);
  }

  static long address(PythonObject array) {
    return MODULE.function("address").callLong(array);
  }

  static void put(PythonObject array, double value) {
    MODULE.call("put", array, value).close();
  }

  static double total(PythonObject array) {
    return MODULE.function("total").callDouble(array);
  }

  static PythonObject counted(int count, double value) {
    return MODULE.call("counted", count, value);
  }

  static void keep(PythonObject array) {
    MODULE.call("keep", array).close();
  }

  static void drop() {
    MODULE.call("drop").close();
  }

  /** As {@link #facts(PythonObject)}, of an array. */
  static String facts(NumpyArray array) {
    long[] shape = array.shape();
    long[] strides = array.byteStrides();
    StringBuilder sizes = new StringBuilder();
    StringBuilder used = new StringBuilder();
    int axes = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      sizes.append(axis > 0 ? ", " : "").append(shape[axis]);
      if (shape[axis] > 1 && array.size() > 0) {
        used.append(axes++ > 0 ? ", " : "").append(strides[axis]);
      }
    }
    return "%s (%s%s) (%s%s)"
        .formatted(array.dtype(), sizes, shape.length == 1 ? "," : "", used, axes == 1 ? "," : "");
  }
}
