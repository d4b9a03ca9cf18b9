package dev.ndbind.processor.pattern;

import java.util.stream.Stream;

/** Exact integer arithmetic over sizes. It prints with the fewest parentheses. */
public sealed interface SizeExpression {

  /** The operators, loosest first. */
  enum Operator {
    /** Sum. */
    PLUS('+', 1),
    /** Difference. */
    MINUS('-', 1),
    /** Product. */
    TIMES('*', 2);

    private final char symbol;
    private final int precedence;

    Operator(char symbol, int precedence) {
      this.symbol = symbol;
      this.precedence = precedence;
    }

    /**
     * Applies the operator.
     *
     * @param left the left operand
     * @param right the right operand
     * @return the exact result
     * @throws ArithmeticException if it does not fit a long
     */
    public long apply(long left, long right) {
      return switch (this) {
        case PLUS -> Math.addExact(left, right);
        case MINUS -> Math.subtractExact(left, right);
        case TIMES -> Math.multiplyExact(left, right);
      };
    }
  }

  /**
   * A number.
   *
   * @param value negative only as the result of a subtraction
   */
  record Constant(long value) implements SizeExpression {
    @Override
    public String toString() {
      return value < 0 ? "(0" + value + ")" : Long.toString(value);
    }
  }

  /**
   * The size of an axis.
   *
   * @param name the axis
   */
  record AxisSize(String name) implements SizeExpression {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * The value of a parameter.
   *
   * @param parameter the parameter's name
   */
  record ParameterValue(String parameter) implements SizeExpression {
    @Override
    public String toString() {
      return "{" + parameter + "}";
    }
  }

  /**
   * Two operands.
   *
   * @param operator what to do with them
   * @param left the left operand
   * @param right the right operand
   */
  record Operation(Operator operator, SizeExpression left, SizeExpression right)
      implements SizeExpression {
    @Override
    public String toString() {
      return within(left, operator.precedence)
          + operator.symbol
          + within(right, operator.precedence + 1);
    }

    private static String within(SizeExpression operand, int precedence) {
      boolean looser =
          operand instanceof Operation(Operator inner, SizeExpression _, SizeExpression _)
              && inner.precedence < precedence;
      return looser ? "(" + operand + ")" : operand.toString();
    }
  }

  /**
   * The operation, carried out already if both operands are constants.
   *
   * @param operator what to do
   * @param left the left operand
   * @param right the right operand
   * @return a constant or an operation
   * @throws ArithmeticException if a constant does not fit a long
   */
  static SizeExpression of(Operator operator, SizeExpression left, SizeExpression right) {
    return left instanceof Constant(long a) && right instanceof Constant(long b)
        ? new Constant(operator.apply(a, b))
        : new Operation(operator, left, right);
  }

  /**
   * The names and parameters in the order in which they are written.
   *
   * @return {@link AxisSize} and {@link ParameterValue} only
   */
  default Stream<SizeExpression> leaves() {
    return switch (this) {
      case Constant _ -> Stream.empty();
      case Operation(Operator _, SizeExpression left, SizeExpression right) ->
          Stream.concat(left.leaves(), right.leaves());
      default -> Stream.of(this);
    };
  }
}
