package dev.ndbind.processor.pattern;

import dev.ndbind.processor.pattern.PatternException.Rule;
import dev.ndbind.processor.pattern.SizeExpression.AxisSize;
import dev.ndbind.processor.pattern.SizeExpression.Constant;
import dev.ndbind.processor.pattern.SizeExpression.Operation;
import dev.ndbind.processor.pattern.SizeExpression.Operator;
import dev.ndbind.processor.pattern.SizeExpression.ParameterValue;

/**
 * Reads the size of one axis.
 *
 * <pre>
 * size    := product {("+" | "-") product}
 * product := operand {"*" operand}
 * operand := number | name | "{" parameter "}" | "(" size ")"
 * </pre>
 */
final class SizeParser {
  private final Scanner scanner;

  SizeParser(Scanner scanner) {
    this.scanner = scanner;
  }

  Dim parse() throws PatternException {
    int start = scanner.offset();
    SizeExpression size = size();
    return switch (size) {
      case Constant(long value) when value < 0 -> {
        scanner.back(start);
        throw scanner.error(Rule.SIZE, "a size is not negative, this one is " + value);
      }
      case Constant(long value) -> new Dim.Fixed(value);
      case AxisSize(String name) -> new Dim.Named(name);
      case ParameterValue(String parameter) -> new Dim.Value(parameter);
      case Operation _ -> new Dim.Computed(size);
    };
  }

  private SizeExpression size() throws PatternException {
    SizeExpression left = product();
    while (true) {
      if (scanner.skip("+")) {
        left = combine(Operator.PLUS, left, product());
      } else if (scanner.skip("-")) {
        left = combine(Operator.MINUS, left, product());
      } else {
        return left;
      }
    }
  }

  private SizeExpression product() throws PatternException {
    SizeExpression left = operand();
    while (scanner.skip("*")) {
      left = combine(Operator.TIMES, left, operand());
    }
    return left;
  }

  private SizeExpression operand() throws PatternException {
    if (scanner.skip("(")) {
      SizeExpression inner = size();
      scanner.require(")");
      return inner;
    }
    if (scanner.skip("{")) {
      ParameterValue value = new ParameterValue(scanner.parameter());
      scanner.require("}");
      return value;
    }
    return scanner.atName() ? new AxisSize(scanner.name("a name")) : new Constant(scanner.number());
  }

  private SizeExpression combine(Operator operator, SizeExpression left, SizeExpression right)
      throws PatternException {
    try {
      return SizeExpression.of(operator, left, right);
    } catch (ArithmeticException overflow) {
      throw scanner.error(Rule.SIZE, "the size does not fit a long");
    }
  }
}
