package dev.ndbind.call;

/** An axis whose size follows from others, such as {@code n+1}. */
@FunctionalInterface
public interface AxisExpression {
  /**
   * Computes the size.
   *
   * @param axes the names bound
   * @return the size in elements
   * @throws ArithmeticException if it does not fit a long
   */
  long size(Axes axes);
}
