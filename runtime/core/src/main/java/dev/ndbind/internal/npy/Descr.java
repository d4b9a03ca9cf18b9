package dev.ndbind.internal.npy;

import dev.ndbind.annotation.DType;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element type as the header's {@code descr} gives it: NumPy's array-protocol type string.
 *
 * @param dtype the type
 * @param isSwapped whether its bytes are in the order foreign to this machine
 */
record Descr(DType dtype, boolean isSwapped) {
  private static final Pattern TYPE_STRING =
      Pattern.compile("(?<order>[<>|=])(?<kind>[a-zA-Z])(?<size>[0-9]{0,9})(?<unit>\\[.*])?");

  private static final Map<String, DType> TYPES =
      Map.ofEntries(
          Map.entry("b1", DType.BOOL),
          Map.entry("i1", DType.INT8),
          Map.entry("i2", DType.INT16),
          Map.entry("i4", DType.INT32),
          Map.entry("i8", DType.INT64),
          Map.entry("u1", DType.UINT8),
          Map.entry("u2", DType.UINT16),
          Map.entry("u4", DType.UINT32),
          Map.entry("u8", DType.UINT64),
          Map.entry("f2", DType.FLOAT16),
          Map.entry("f4", DType.FLOAT32),
          Map.entry("f8", DType.FLOAT64),
          Map.entry("c8", DType.COMPLEX64),
          Map.entry("c16", DType.COMPLEX128));

  private static final Map<String, String> REFUSED =
      Map.of(
          "O", "Python objects, which are pickled and need Python to read",
          "S", "byte strings",
          "a", "byte strings",
          "U", "Unicode strings",
          "V", "raw or structured bytes, which is also how bfloat16 is saved",
          "M", "dates",
          "m", "time differences",
          "f", "floats of a size that ndbind has no dtype for",
          "c", "complex numbers of a size that ndbind has no dtype for");

  /**
   * Reads a type string.
   *
   * @param text such as {@code <f8}
   * @param file for messages
   * @throws NpyFormatException if it is malformed or names a type without a dtype here
   */
  static Descr parse(String text, String file) throws NpyFormatException {
    Matcher matcher = TYPE_STRING.matcher(text);
    if (!matcher.matches()) {
      throw new NpyFormatException(file, "descr '" + text + "' is not a type string such as '<f8'");
    }
    String kind = matcher.group("kind");
    DType dtype = matcher.group("unit") == null ? TYPES.get(kind + matcher.group("size")) : null;
    if (dtype == null) {
      String what = REFUSED.getOrDefault(kind, "an unknown type");
      throw new NpyFormatException(file, "descr '" + text + "' is refused: it means " + what);
    }
    String order = matcher.group("order");
    if (order.equals("|") && dtype.itemsize() > 1) {
      throw new NpyFormatException(file, "descr '" + text + "' leaves the byte order open");
    }
    return new Descr(dtype, dtype.itemsize() > 1 && isForeign(order));
  }

  private static boolean isForeign(String order) {
    boolean littleEndian = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    return order.equals(littleEndian ? ">" : "<");
  }
}
