import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the typed array classes from their templates, one for each dtype, as the JDK does for its
 * buffers. The build runs it; arguments are the templates' folder and the folder to write to.
 */
final class ExpandTemplates {
  private static final List<String> INDICES = List.of("i", "j", "k", "l");

  /**
   * One dtype.
   *
   * @param value the Java type of the accessors
   * @param storage the Java type in memory
   * @param decode an expression of {@code raw}
   * @param encode an expression of {@code value}
   * @param range what the setter demands
   */
  record Type(
      String name,
      int itemsize,
      String value,
      String storage,
      String decode,
      String encode,
      String range,
      String description) {
    boolean isComplex() {
      return name.startsWith("Complex");
    }

    /** Whether a Java array of the accessors' type has the same bytes. */
    boolean isPlain() {
      return value.equals(storage);
    }
  }

  private static final List<Type> TYPES =
      List.of(
          new Type(
              "Bool",
              1,
              "boolean",
              "byte",
              "raw != 0",
              "(byte) (value ? 1 : 0)",
              "",
              "one byte each, 0 or 1"),
          plain("Int8", 1, "byte", "signed integers of 1 byte"),
          plain("Int16", 2, "short", "signed integers of 2 bytes"),
          plain("Int32", 4, "int", "signed integers of 4 bytes"),
          plain("Int64", 8, "long", "signed integers of 8 bytes"),
          new Type(
              "UInt8",
              1,
              "int",
              "byte",
              "Byte.toUnsignedInt(raw)",
              "Unsigned.toByte(value)",
              ", 0 to 255; others throw IllegalArgumentException",
              "unsigned integers of 1 byte, read as {@code int}"),
          new Type(
              "UInt16",
              2,
              "int",
              "short",
              "Short.toUnsignedInt(raw)",
              "Unsigned.toShort(value)",
              ", 0 to 65535; others throw IllegalArgumentException",
              "unsigned integers of 2 bytes, read as {@code int}"),
          new Type(
              "UInt32",
              4,
              "long",
              "int",
              "Integer.toUnsignedLong(raw)",
              "Unsigned.toInt(value)",
              ", 0 to 2³²−1; others throw IllegalArgumentException",
              "unsigned integers of 4 bytes, read as {@code long}"),
          new Type(
              "UInt64",
              8,
              "long",
              "long",
              "raw",
              "value",
              ", whose 64 bits are taken as unsigned",
              "unsigned integers of 8 bytes, whose bits are a {@code long}: see"
                  + " {@link Long#toUnsignedString(long)} and its neighbours"),
          new Type(
              "Float16",
              2,
              "float",
              "short",
              "Float.float16ToFloat(raw)",
              "Float.floatToFloat16(value)",
              ", rounded to the nearest, ties to even",
              "IEEE 754 binary16, read as {@code float}"),
          new Type(
              "BFloat16",
              2,
              "float",
              "short",
              "Halves.bfloat16ToFloat(raw)",
              "Halves.bfloat16(value)",
              ", rounded to the nearest, ties to even",
              "the upper half of a float32, read as {@code float}"),
          plain("Float32", 4, "float", "IEEE 754 binary32"),
          plain("Float64", 8, "double", "IEEE 754 binary64"),
          plain("Complex64", 8, "float", "pairs of float32, the real part first"),
          plain("Complex128", 16, "double", "pairs of float64, the real part first"));

  private static Type plain(String name, int itemsize, String java, String description) {
    return new Type(name, itemsize, java, java, "raw", "value", "", description);
  }

  private final Path templates;

  private ExpandTemplates(Path templates) {
    this.templates = templates;
  }

  public static void main(String[] args) throws IOException {
    ExpandTemplates expander = new ExpandTemplates(Path.of(args[0]));
    Path target = Files.createDirectories(Path.of(args[1], "dev", "ndbind"));
    for (Type type : TYPES) {
      Path file = target.resolve(type.name + "Array.java");
      String source = expander.expand(type);
      if (!Files.exists(file) || !Files.readString(file).equals(source)) {
        Files.writeString(file, source);
      }
    }
  }

  private String expand(Type type) throws IOException {
    String storage = capitalised(type.storage);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("accessors", accessors(type));
    values.put("fromHeap", heapLoop(type, true));
    values.put("toHeap", heapLoop(type, false));
    values.put("Class", type.name + "Array");
    values.put("dtype", type.name.toLowerCase());
    values.put("DTYPE", type.name.toUpperCase());
    values.put("Storage", storage);
    values.put("LAYOUT", storage.toUpperCase() + (storage.equals("Byte") ? "" : "_UNALIGNED"));
    values.put("itemsize", Integer.toString(type.itemsize));
    values.put("Heap", type.value);
    values.put("count", type.isComplex() ? "elements.length / 2" : "elements.length");
    values.put("odd", type.isComplex() ? " || elements.length % 2 != 0" : "");
    values.put("limit", type.isComplex() ? "Integer.MAX_VALUE / 2 - 8" : "Integer.MAX_VALUE - 8");
    values.put("times", type.isComplex() ? " * 2" : "");
    values.put(
        "imports", type.name.equals("BFloat16") ? "import dev.ndbind.internal.copy.Halves;\n" : "");
    values.put("elements", type.isComplex() ? "real and imaginary parts in turn" : "one each");
    values.put("innermost", type.isComplex() ? "real and imaginary parts in turn" : "not ragged");
    values.put("parts", type.isComplex() ? "2" : "1");
    values.put("bits", bits(type));
    values.put("asBuffer", storage.equals("Byte") ? "" : ".as" + storage + "Buffer()");
    values.put("description", type.description);
    return fill(Files.readString(templates.resolve("TypedArray.java.template")), values);
  }

  /** What a buffer of the type in memory holds. */
  private static String bits(Type type) {
    if (type.isComplex()) {
      return "real and imaginary parts in turn";
    }
    return type.isPlain() ? "one each" : "the bits of each";
  }

  private String accessors(Type type) throws IOException {
    String file = type.isComplex() ? "complex-accessors.template" : "accessors.template";
    String accessor = Files.readString(templates.resolve(file));
    String address = Files.readString(templates.resolve("addresses.template"));
    return upToFour(accessor, type)
        + fill(accessor, anyRank(type))
        + upToFour(address, type)
        + ADDRESS_OF_ANY_RANK;
  }

  /** One for each number of indices, of int and of long. */
  private String upToFour(String template, Type type) {
    StringBuilder all = new StringBuilder(fill(template, indexed(type, 0, "long")));
    for (int rank = 1; rank <= INDICES.size(); rank++) {
      all.append(fill(template, indexed(type, rank, "int")));
      all.append(fill(template, indexed(type, rank, "long")));
    }
    return all.toString();
  }

  private static final String ADDRESS_OF_ANY_RANK =
      """
        private long at(long[] index) {
          return checkedAddress(index);
        }

        private long writableAt(long[] index) {
          if (!writable) {
            throw refusal(index);
          }
          return at(index);
        }

      """;

  private Map<String, String> indexed(Type type, int rank, String java) {
    List<String> names = INDICES.subList(0, rank);
    String params = names.stream().map(n -> java + " " + n).collect(Collectors.joining(", "));
    Map<String, String> values = common(type);
    values.put("rank", Integer.toString(rank));
    values.put("an", rank == 0 ? "the only" : "an");
    values.put("of", rank == 0 ? ", that of rank 0" : " of rank " + rank);
    values.put("params", params);
    values.put("setParams", rank == 0 ? "" : params + ", ");
    values.put("args", String.join(", ", names));
    values.put(
        "paramDoc",
        names.stream()
            .map(n -> "   * @param " + n + " the index on axis " + INDICES.indexOf(n) + "\n")
            .collect(Collectors.joining()));
    values.put(
        "outside",
        IntStream.range(0, rank)
            .mapToObj(a -> " || %1$s < 0 || %1$s >= size%2$d".formatted(names.get(a), a))
            .collect(Collectors.joining()));
    values.put("steps", rank == 0 ? "" : steps(names));
    return values;
  }

  /**
   * Each axis by its stride; that of the last is a constant where it has no gaps. The stride is
   * chosen and not the product, so that the choice is made before a loop and not in it.
   */
  private static String steps(List<String> names) {
    int last = names.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(a ->
            (a < last ? " + %s * stride%d" : " + %s * (unit ? ITEMSIZE : stride%d)")
                .formatted(names.get(a), a))
        .collect(Collectors.joining());
  }

  private Map<String, String> anyRank(Type type) {
    Map<String, String> values = common(type);
    values.put("an", "an");
    values.put("of", " of any rank");
    values.put("params", "long... index");
    values.put("setParams", "long[] index, ");
    values.put("args", "index");
    values.put("paramDoc", "   * @param index one for each axis\n");
    return values;
  }

  private static Map<String, String> common(Type type) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Value", type.value);
    values.put("Raw", type.storage);
    values.put("decode", type.decode);
    values.put("encode", type.encode);
    values.put("range", type.range);
    return values;
  }

  /** Arrays of equal bytes are copied whole; the others pass each element through the accessors. */
  private static String heapLoop(Type type, boolean in) {
    if (type.isPlain() && in) {
      return "    MemorySegment.copy(MemorySegment.ofArray(elements), 0, NativeMemory.ALL, start,"
          + " elements.length * ELEMENT.byteSize());";
    }
    if (type.isPlain()) {
      return "    copyTo(MemorySegment.ofArray(elements));";
    }
    String position = in ? "start + n * (long) ITEMSIZE" : "dense.address + n * (long) ITEMSIZE";
    if (in) {
      return """
      for (int n = 0; n < elements.length; n++) {
        %s value = elements[n];
        NativeMemory.ALL.set(ELEMENT, %s, %s);
      }\
      """
          .formatted(type.value, position, type.encode)
          .indent(4)
          .stripTrailing();
    }
    return """
    %sArray dense = isContiguous(Order.C) ? this : copy();
    try {
      for (int n = 0; n < elements.length; n++) {
        %s raw = NativeMemory.ALL.get(ELEMENT, %s);
        elements[n] = %s;
      }
    } finally {
      Reference.reachabilityFence(dense);
    }\
    """
        .formatted(type.name, type.storage, position, type.decode)
        .indent(4)
        .stripTrailing();
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String fill(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    if (text.contains("${")) {
      throw new IllegalStateException(
          "no value for " + text.substring(text.indexOf("${")).lines().findFirst().orElseThrow());
    }
    return text.replaceAll("(?m)^ +$", "")
        .replace("\n\n   * @", "\n   * @")
        .replace("   *\n\n", "   *\n");
  }
}
