package dev.ndbind.processor.pattern;

/** What somebody probably meant who knows another notation for shapes. */
final class Hint {
  private Hint() {}

  /** A way out to end a message with; empty if nothing is known. */
  static String at(String text, int offset) {
    String way = wayOut(text, offset);
    return way.isEmpty() ? "" : "; " + way;
  }

  private static String wayOut(String text, int offset) {
    if (text.startsWith("*#", Math.max(0, offset - 1))) {
      return "write #* for a run that broadcasts";
    }
    if (offset == text.length()) {
      return "";
    }
    return switch (text.charAt(offset)) {
      case ',', ';' -> "axes are separated by spaces";
      case '[', ']' -> "a pattern has no brackets";
      case '/', '%', '^' -> "sizes are made with + - * only";
      case '?' -> "for any size write _";
      case '-' -> offset + 1 < text.length() && isDigit(text.charAt(offset + 1)) ? anySize() : "";
      case '_' -> offset > 0 && isSign(text.charAt(offset - 1)) ? anyAxes() : anySize();
      case '+' -> isSpace(text, offset - 1) ? "an expression has no spaces" : "";
      default -> offset > 0 && text.charAt(offset - 1) == '_' ? anySize() : "";
    };
  }

  private static String anySize() {
    return "for any size write _ alone";
  }

  private static String anyAxes() {
    return "for any axes write ...";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSign(char c) {
    return c == '*' || c == '#';
  }

  private static boolean isSpace(String text, int offset) {
    return offset >= 0 && Character.isWhitespace(text.charAt(offset));
  }
}
