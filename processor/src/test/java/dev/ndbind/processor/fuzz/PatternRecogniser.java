package dev.ndbind.processor.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells shape patterns from other texts by regular expressions. Parentheses, which are not regular,
 * are taken away from the inside outwards, and a mark is left for each.
 */
final class PatternRecogniser {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  private static final String NAME = "\\p{L}[\\p{L}\\p{Nd}_]*";
  private static final String VALUE =
      "\\{\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*}";

  /** Marks are in the private use area, where there are no letters; the tests do not use them. */
  private static final char FIRST_MARK = '\ue000';

  private static final String OPERAND = "(?:%s|[0-9]+|%s|[\ue000-\uefff])".formatted(NAME, VALUE);
  private static final String SUM = OPERAND + "(?:[-+*]" + OPERAND + ")*";
  private static final Pattern FLAT = Pattern.compile(SUM);
  private static final Pattern INNERMOST = Pattern.compile("\\((" + SUM + ")\\)");
  private static final Pattern TOKEN = Pattern.compile(OPERAND + "|[-+*]");
  private static final Pattern DOCUMENTED = Pattern.compile(NAME + "=(.*)", Pattern.DOTALL);

  private static final Pattern VARIADIC = Pattern.compile("\\.\\.\\.|#?\\*" + NAME);
  private static final Pattern BROADCAST = Pattern.compile("#" + NAME);

  /** The values of what was in parentheses; null where it was no constant. */
  private final List<BigInteger> marks = new ArrayList<>();

  private PatternRecogniser() {}

  static boolean isPattern(String text) {
    List<String> entries =
        Arrays.stream(text.split("\\p{javaWhitespace}+")).filter(e -> !e.isEmpty()).toList();
    long variadics = entries.stream().filter(e -> VARIADIC.matcher(e).matches()).count();
    return text.length() <= 500
        && entries.size() <= 64
        && variadics <= 1
        && entries.stream().allMatch(PatternRecogniser::isEntry);
  }

  private static boolean isEntry(String entry) {
    if (VARIADIC.matcher(entry).matches() || BROADCAST.matcher(entry).matches()) {
      return true;
    }
    Matcher documented = DOCUMENTED.matcher(entry);
    String axis = documented.matches() ? documented.group(1) : entry;
    return axis.equals("_") || new PatternRecogniser().isSize(axis);
  }

  private boolean isSize(String text) {
    String flat = text;
    try {
      for (Matcher inner = INNERMOST.matcher(flat); inner.find(); inner = INNERMOST.matcher(flat)) {
        marks.add(constant(inner.group(1)));
        char mark = (char) (FIRST_MARK + marks.size() - 1);
        flat = flat.substring(0, inner.start()) + mark + flat.substring(inner.end());
      }
      if (!FLAT.matcher(flat).matches()) {
        return false;
      }
      BigInteger size = constant(flat);
      return size == null || size.signum() >= 0;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /** The value; null if there is a name in it; throws if a part of it does not fit a long. */
  private BigInteger constant(String flat) {
    List<String> tokens = TOKEN.matcher(flat).results().map(m -> m.group()).toList();
    BigInteger sum = BigInteger.ZERO;
    BigInteger product = operand(tokens.getFirst());
    String pending = "+";
    boolean isFirst = true;
    for (int i = 1; i <= tokens.size(); i += 2) {
      String operator = i < tokens.size() ? tokens.get(i) : "+";
      if (operator.equals("*")) {
        product = apply(BigInteger::multiply, product, operand(tokens.get(i + 1)));
        continue;
      }
      sum =
          isFirst
              ? product
              : apply(pending.equals("+") ? BigInteger::add : BigInteger::subtract, sum, product);
      isFirst = false;
      pending = operator;
      product = i < tokens.size() ? operand(tokens.get(i + 1)) : null;
    }
    return sum;
  }

  private BigInteger operand(String token) {
    char first = token.charAt(0);
    if (first >= FIRST_MARK && first <= '\uefff') {
      return marks.get(first - FIRST_MARK);
    }
    return first >= '0' && first <= '9' ? inBounds(new BigInteger(token)) : null;
  }

  private static BigInteger apply(
      BinaryOperator<BigInteger> operator, BigInteger left, BigInteger right) {
    return left == null || right == null ? null : inBounds(operator.apply(left, right));
  }

  private static BigInteger inBounds(BigInteger value) {
    if (value.compareTo(LARGEST) > 0 || value.compareTo(SMALLEST) < 0) {
      throw new ArithmeticException();
    }
    return value;
  }
}
