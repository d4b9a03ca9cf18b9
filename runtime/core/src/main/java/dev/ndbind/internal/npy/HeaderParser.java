package dev.ndbind.internal.npy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Parses the header's Python dictionary: exactly the keys {@code descr}, {@code fortran_order} and
 * {@code shape}, and as values only the literals that NumPy writes for them.
 */
final class HeaderParser {
  private static final String END = "the end of the header";

  private final String text;
  private final Problems problems;
  private final boolean allowsLongSuffix;
  private int position;

  /**
   * The three entries.
   *
   * @param descr the type string
   * @param isFortranOrder whether the data is in F order
   * @param shape sizes in elements
   */
  record Fields(String descr, boolean isFortranOrder, List<Long> shape) {}

  /**
   * Prepares to parse.
   *
   * @param text the header, padding included
   * @param problems makes the exceptions
   * @param allowsLongSuffix whether integers may end in L, as Python 2 wrote them
   */
  HeaderParser(String text, Problems problems, boolean allowsLongSuffix) {
    this.text = text;
    this.problems = problems;
    this.allowsLongSuffix = allowsLongSuffix;
  }

  Fields parse() throws IOException {
    Map<String, Object> entries = new HashMap<>();
    expect('{');
    while (!accept('}')) {
      String key = string();
      expect(':');
      if (entries.put(key, value(key)) != null) {
        throw problem("the key '" + key + "' occurs twice");
      }
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    skipSpace();
    if (position < text.length()) {
      throw unexpected("nothing after the dictionary");
    }
    return fields(entries);
  }

  private Fields fields(Map<String, Object> entries) throws IOException {
    if (entries.get("descr") instanceof String descr
        && entries.get("fortran_order") instanceof Boolean fortranOrder
        && entries.get("shape") instanceof Shape(List<Long> sizes)) {
      return new Fields(descr, fortranOrder, sizes);
    }
    throw problem("the dictionary has only the keys " + new TreeSet<>(entries.keySet()));
  }

  private record Shape(List<Long> sizes) {}

  private Object value(String key) throws IOException {
    return switch (key) {
      case "descr" -> descr();
      case "fortran_order" -> bool();
      case "shape" -> new Shape(shape());
      default -> throw problem("the dictionary has the unknown key '" + key + "'");
    };
  }

  private String descr() throws IOException {
    if (peek() == '[') {
      throw problem("a structured dtype is refused: ndbind's arrays have one number per element");
    }
    return string();
  }

  private String string() throws IOException {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw unexpected("a string");
    }
    int end = text.indexOf(quote, position + 1);
    if (end < 0) {
      throw problem("a string does not end");
    }
    String string = text.substring(position + 1, end);
    if (string.indexOf('\\') >= 0) {
      throw problem("strings with escapes are refused");
    }
    position = end + 1;
    return string;
  }

  private boolean bool() throws IOException {
    skipSpace();
    for (String literal : List.of("True", "False")) {
      if (text.startsWith(literal, position)) {
        position += literal.length();
        return literal.equals("True");
      }
    }
    throw unexpected("True or False");
  }

  private List<Long> shape() throws IOException {
    List<Long> sizes = new ArrayList<>();
    expect('(');
    boolean comma = true;
    while (!accept(')')) {
      if (!comma) {
        throw unexpected("',' or ')'");
      }
      sizes.add(integer());
      comma = accept(',');
      if (sizes.size() == 1 && !comma && peek() == ')') {
        throw problem("the shape is not a tuple: (" + sizes.getFirst() + ") lacks a comma");
      }
    }
    return sizes;
  }

  private long integer() throws IOException {
    skipSpace();
    int start = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    String digits = text.substring(start, position);
    if (digits.isEmpty()) {
      throw unexpected("a size");
    }
    if (allowsLongSuffix && position < text.length() && text.charAt(position) == 'L') {
      position++;
    }
    if (digits.length() > 1 && digits.startsWith("0")) {
      throw problem("the size " + digits + " starts with 0");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) { // They are digits, so:
      throw problems.of("invalid header: the size " + digits + " is too large", e);
    }
  }

  /** Character.isDigit would take other scripts' digits, which Long.parseLong then reads. */
  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    position++;
    return true;
  }

  private void expect(char c) throws IOException {
    if (!accept(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  /** The next character that is no space; NUL at the end. */
  private char peek() {
    skipSpace();
    return position < text.length() ? text.charAt(position) : '\0';
  }

  private void skipSpace() {
    while (position < text.length() && " \t\n\r\f".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private IOException unexpected(String wanted) {
    String found = position < text.length() ? "'" + text.charAt(position) + "'" : END;
    return problem("expected " + wanted + " at character " + position + ", found " + found);
  }

  private IOException problem(String text) {
    return problems.of("invalid header: " + text);
  }
}
