package dev.ndbind.internal.npy;

import dev.ndbind.annotation.DType;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element type as the header's {@code descr} gives it: NumPy's array-protocol type string.
 *
 * @param dtype the type
 * @param isSwapped whether its bytes are in the order foreign to this machine
 * @param isRaw whether it says only how many bytes an element has
 */
record Descr(DType dtype, boolean isSwapped, boolean isRaw) {
  /** As which NumPy writes bfloat16 of the package ml_dtypes: 2 bytes of whatever it may be. */
  private static final String BFLOAT16 = "V2";

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
          Map.entry(BFLOAT16, DType.BFLOAT16),
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
          "V", "raw bytes",
          "M", "dates",
          "m", "time differences",
          "f", "floats of a size that ndbind has no dtype for",
          "c", "complex numbers of a size that ndbind has no dtype for");

  /**
   * Reads a type string.
   *
   * @param text such as {@code <f8}
   * @param problems makes the exception
   * @throws IOException if it is malformed or names a type without a dtype here
   */
  static Descr parse(String text, Problems problems) throws IOException {
    Matcher matcher = TYPE_STRING.matcher(text);
    if (!matcher.matches()) {
      throw problems.of("descr '" + text + "' is not a type string such as '<f8'");
    }
    String kind = matcher.group("kind");
    String name = kind + matcher.group("size");
    DType dtype = matcher.group("unit") == null ? TYPES.get(name) : null;
    if (dtype == null) {
      String what = REFUSED.getOrDefault(kind, "an unknown type");
      throw problems.of("descr '" + text + "' is refused: it means " + what);
    }
    String order = matcher.group("order");
    if (order.equals("|") && dtype.itemsize() > 1) {
      throw problems.of("descr '" + text + "' leaves the byte order open" + outOf(name));
    }
    return new Descr(dtype, dtype.itemsize() > 1 && isForeign(order), name.equals(BFLOAT16));
  }

  /** NumPy forgets the byte order when it loads bfloat16 and saves it again. */
  private static String outOf(String name) {
    return name.equals(BFLOAT16)
        ? "; if it is bfloat16, save a.view(ml_dtypes.bfloat16), which writes '<V2'"
        : "";
  }

  /**
   * Writes a type string.
   *
   * @param dtype any concrete dtype
   * @return what {@code dtype.str} is in NumPy, for this machine's byte order
   */
  static String of(DType dtype) {
    String order = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "<" : ">";
    for (Map.Entry<String, DType> type : TYPES.entrySet()) {
      if (type.getValue() == dtype) {
        return (dtype.itemsize() == 1 ? "|" : order) + type.getKey();
      }
    }
    throw new IllegalArgumentException("no array has the dtype family " + dtype);
  }

  private static boolean isForeign(String order) {
    boolean littleEndian = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    return order.equals(littleEndian ? ">" : "<");
  }
}
