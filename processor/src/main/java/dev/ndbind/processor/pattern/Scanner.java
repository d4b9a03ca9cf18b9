package dev.ndbind.processor.pattern;

import dev.ndbind.processor.pattern.PatternException.Rule;
import java.util.function.IntPredicate;

/** A position in the text of a pattern. */
final class Scanner {
  private final String text;
  private int offset;

  Scanner(String text) {
    this.text = text;
  }

  int length() {
    return text.length();
  }

  int offset() {
    return offset;
  }

  void back(int earlier) {
    offset = earlier;
  }

  boolean atEnd() {
    return offset == text.length();
  }

  boolean atEndOfEntry() {
    return atEnd() || Character.isWhitespace(text.charAt(offset));
  }

  void skipSpace() {
    while (!atEnd() && Character.isWhitespace(text.charAt(offset))) {
      offset++;
    }
  }

  boolean skip(String token) {
    boolean found = text.startsWith(token, offset);
    offset += found ? token.length() : 0;
    return found;
  }

  void require(String token) throws PatternException {
    if (!skip(token)) {
      throw expected("'" + token + "'");
    }
  }

  /** Names begin with a letter; {@code _} alone is an entry of its own. */
  boolean atName() {
    return !atEnd() && Character.isLetter(text.codePointAt(offset));
  }

  String name(String expectation) throws PatternException {
    if (!atName()) {
      throw expected(expectation);
    }
    return take(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  String parameter() throws PatternException {
    if (atEnd() || !Character.isJavaIdentifierStart(text.codePointAt(offset))) {
      throw expected("the name of an int or long parameter after '{'");
    }
    return take(Character::isJavaIdentifierPart);
  }

  long number() throws PatternException {
    int start = offset;
    String digits = take(c -> c >= '0' && c <= '9');
    if (digits.isEmpty()) {
      throw expected("an axis: a number, a name, _, ..., *name, #name, {parameter} or a sum");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLong) {
      back(start);
      throw error(Rule.SIZE, "the size does not fit a long");
    }
  }

  PatternException expected(String what) {
    String found = atEnd() ? "the end" : "'" + Character.toString(text.codePointAt(offset)) + "'";
    return error(Rule.SYNTAX, "expected " + what + ", found " + found + Hint.at(text, offset));
  }

  PatternException error(Rule rule, String message) {
    return new PatternException(rule, offset, message);
  }

  private String take(IntPredicate belongs) {
    int start = offset;
    while (!atEnd() && belongs.test(text.codePointAt(offset))) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return text.substring(start, offset);
  }
}
