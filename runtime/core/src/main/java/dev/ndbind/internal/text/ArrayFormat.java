package dev.ndbind.internal.text;

import dev.ndbind.annotation.DType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints arrays as NumPy 2.4 does with its default options: lines of at most 75 characters, 3
 * elements at either end of each axis when there are more than 1000, floats by the rules of {@link
 * FloatFormat}. A bfloat16 array is printed as if NumPy had the type.
 */
public final class ArrayFormat {
  private static final int LINE_WIDTH = 75;
  private static final String REPR_PREFIX = "array(";
  private static final String ELLIPSIS = "...";

  /** The types that Python's own literals have, which repr need not name. */
  private static final Set<DType> IMPLIED =
      EnumSet.of(DType.BOOL, DType.INT64, DType.FLOAT64, DType.COMPLEX128);

  private final PrintedIndices printed;
  private final ElementFormat elements;
  private final String separator;
  private final long[] index;

  private ArrayFormat(PrintedIndices printed, ElementFormat elements, String separator) {
    this.printed = printed;
    this.elements = elements;
    this.separator = separator;
    this.index = new long[printed.rank()];
  }

  /**
   * An array as {@code str(array)} gives it.
   *
   * @param dtype a concrete dtype
   * @param shape sizes in elements
   * @param elements to read from
   * @return for example {@code [[1. 2.]\n [3. 4.]]}
   */
  public static String str(DType dtype, long[] shape, ArrayElements elements) {
    return shape.length == 0
        ? ScalarFormat.format(dtype, elements)
        : text(dtype, new PrintedIndices(shape), elements, " ", "", LINE_WIDTH);
  }

  /**
   * An array as {@code repr(array)} gives it.
   *
   * @param dtype a concrete dtype
   * @param shape sizes in elements
   * @param elements to read from
   * @return for example {@code array([1., 2.], dtype=float32)}
   */
  public static String repr(DType dtype, long[] shape, ArrayElements elements) {
    PrintedIndices printed = new PrintedIndices(shape);
    int width = LINE_WIDTH - ")".length();
    String text = REPR_PREFIX + text(dtype, printed, elements, ", ", REPR_PREFIX, width);
    String extras = extras(dtype, shape, printed);
    if (extras.isEmpty()) {
      return text + ")";
    }
    int lastLine = text.length() - text.lastIndexOf('\n') - 1 + ",".length();
    boolean isTooLong = lastLine + extras.length() + " )".length() > LINE_WIDTH;
    String space = isTooLong ? "\n" + " ".repeat(REPR_PREFIX.length()) : " ";
    return text + "," + space + extras + ")";
  }

  /** What the text of the elements does not tell. */
  private static String extras(DType dtype, long[] shape, PrintedIndices printed) {
    boolean isPlainEmpty = shape.length == 1 && shape[0] == 0;
    String extras = "";
    if ((printed.isEmpty() && !isPlainEmpty) || printed.isSummary()) {
      extras = "shape=" + tuple(shape);
    }
    if (printed.isEmpty() || !IMPLIED.contains(dtype)) {
      extras += (extras.isEmpty() ? "" : ", ") + "dtype=" + dtype;
    }
    return extras;
  }

  private static String tuple(long[] shape) {
    String sizes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    return shape.length == 1 ? "(" + sizes + ",)" : "(" + sizes + ")";
  }

  private static String text(
      DType dtype,
      PrintedIndices printed,
      ArrayElements elements,
      String separator,
      String prefix,
      int width) {
    if (printed.isEmpty()) {
      return "[]";
    }
    ElementFormat format = ElementFormat.of(dtype, elements, printed);
    String indent = " ".repeat(1 + prefix.length());
    return new ArrayFormat(printed, format, separator).nested(0, indent, width);
  }

  /** The part of the array below the indices set so far, its first line without the indent. */
  private String nested(int axis, String indent, int width) {
    if (axis == printed.rank()) {
      return elements.format(index);
    }
    boolean isRow = axis == printed.rank() - 1;
    String text = isRow ? row(axis, indent, width) : rows(axis, indent, width);
    return "[" + text.substring(indent.length()) + "]";
  }

  private String rows(int axis, String indent, int width) {
    String lineEnd = separator.stripTrailing() + "\n".repeat(printed.rank() - axis - 1);
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < printed.count(axis); n++) {
      if (printed.isCutBefore(axis, n)) {
        text.append(indent).append(ELLIPSIS).append(lineEnd);
      }
      index[axis] = printed.index(axis, n);
      text.append(indent).append(nested(axis + 1, indent + " ", width - 1));
      if (n + 1 < printed.count(axis)) {
        text.append(lineEnd);
      }
    }
    return text.toString();
  }

  private String row(int axis, String indent, int width) {
    // room for the comma after an element, or for the bracket
    Lines lines = new Lines(indent, width - 1);
    for (int n = 0; n < printed.count(axis); n++) {
      if (printed.isCutBefore(axis, n)) {
        lines.add(ELLIPSIS);
        lines.separate(separator);
      }
      index[axis] = printed.index(axis, n);
      lines.add(elements.format(index));
      if (n + 1 < printed.count(axis)) {
        lines.separate(separator);
      }
    }
    return lines.toString();
  }

  /** Words wrapped into lines. */
  private static final class Lines {
    private final String indent;
    private final int width;
    private final StringBuilder finished = new StringBuilder();
    private String line;

    Lines(String indent, int width) {
      this.indent = indent;
      this.width = width;
      this.line = indent;
    }

    void add(String word) {
      // a word longer than a whole line gains nothing by a line of its own
      if (line.length() + word.length() > width && line.length() > indent.length()) {
        finished.append(line.stripTrailing()).append('\n');
        line = indent;
      }
      line += word;
    }

    void separate(String separator) {
      line += separator;
    }

    @Override
    public String toString() {
      return finished + line;
    }
  }
}
