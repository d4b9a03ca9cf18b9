package dev.ndbind.benchmarks.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What was measured of one figure.
 *
 * @param values nanoseconds of an operation, one for each iteration, in ascending order; not to be
 *     changed
 * @param bytes allocated by an operation, NaN if that was not measured
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sample(double[] values, double bytes) {

  /** Values in any order, at least one. */
  static Sample of(double bytes, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Sample(DoubleStream.of(values).sorted().toArray(), bytes);
  }

  double median() {
    return quantile(0.5);
  }

  double lowerQuartile() {
    return quantile(0.25);
  }

  double upperQuartile() {
    return quantile(0.75);
  }

  /** Between values, interpolated: NumPy's default. */
  private double quantile(double share) {
    double position = share * (values.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, values.length - 1);
    return values[below] + (position - below) * (values[above] - values[below]);
  }

  /** Both rounds of a figure as one. */
  Sample and(Sample other) {
    double[] all = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    return of(Math.max(bytes, other.bytes), all);
  }

  /** Of one of several things that an operation does. */
  Sample dividedBy(int count) {
    return of(bytes / count, DoubleStream.of(values).map(value -> value / count).toArray());
  }

  /** What this takes longer than another, from its values and the other's median. */
  Sample minus(Sample other) {
    double less = other.median();
    return of(Double.NaN, DoubleStream.of(values).map(value -> value - less).toArray());
  }
}
