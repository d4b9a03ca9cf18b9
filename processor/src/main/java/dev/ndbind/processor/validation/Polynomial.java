package dev.ndbind.processor.validation;

import dev.ndbind.processor.pattern.SizeExpression;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A size as a sum of products, so that it can be seen what it can never be.
 *
 * @param terms coefficients by the names that they are multiplied with, each list sorted
 * @param isWhole false if there would be too many terms, so that some are missing
 */
record Polynomial(Map<List<String>, BigInteger> terms, boolean isWhole) {
  /** A product of n sums can have 2ⁿ terms. */
  private static final int MOST_TERMS = 1000;

  static Polynomial of(SizeExpression size) {
    return switch (size) {
      case SizeExpression.Constant(long value) -> term(List.of(), BigInteger.valueOf(value));
      case SizeExpression.AxisSize(String name) -> term(List.of(name), BigInteger.ONE);
      case SizeExpression.ParameterValue value -> term(List.of(value.toString()), BigInteger.ONE);
      case SizeExpression.Operation(var operator, var left, var right) ->
          switch (operator) {
            case PLUS -> of(left).plus(of(right));
            case MINUS -> of(left).plus(of(right).times(term(List.of(), BigInteger.ONE.negate())));
            case TIMES -> of(left).times(of(right));
          };
    };
  }

  private static Polynomial term(List<String> names, BigInteger coefficient) {
    return new Polynomial(Map.of(names, coefficient), true);
  }

  private Polynomial plus(Polynomial other) {
    Map<List<String>, BigInteger> sum = new HashMap<>(terms);
    other.terms.forEach((names, coefficient) -> sum.merge(names, coefficient, BigInteger::add));
    return new Polynomial(sum, isWhole && other.isWhole);
  }

  private Polynomial times(Polynomial other) {
    if (terms.size() * other.terms.size() > MOST_TERMS) {
      return new Polynomial(Map.of(), false);
    }
    Map<List<String>, BigInteger> product = new HashMap<>();
    terms.forEach((names, coefficient) ->
        other.terms.forEach((otherNames, factor) ->
            product.merge(
                together(names, otherNames), coefficient.multiply(factor), BigInteger::add)));
    return new Polynomial(product, isWhole && other.isWhole);
  }

  private static List<String> together(List<String> names, List<String> others) {
    List<String> all = new ArrayList<>(names);
    all.addAll(others);
    all.sort(null);
    return List.copyOf(all);
  }

  /**
   * Whether the value is known to be negative whatever the sizes are, which are not. Parameters may
   * be.
   */
  boolean isNegative() {
    boolean isDecided =
        terms.entrySet().stream()
            .filter(term -> term.getValue().signum() != 0)
            .allMatch(term ->
                term.getValue().signum() < 0
                    && term.getKey().stream().noneMatch(name -> name.startsWith("{")));
    return isWhole && isDecided && terms.getOrDefault(List.of(), BigInteger.ZERO).signum() < 0;
  }
}
