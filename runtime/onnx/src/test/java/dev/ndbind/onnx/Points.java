package dev.ndbind.onnx;

import dev.ndbind.Float32Array;
import org.jspecify.annotations.Nullable;

/** Methods as a user would annotate them. */
final class Points {
  /** The array of the last call, kept although it should not be. */
  static @Nullable Float32Array kept;

  private Points() {}

  /** The sum of the distances of all coordinates to the centre: {@code "n d"} and {@code "d"}. */
  static double distance(Float32Array points, Float32Array center) {
    double sum = 0;
    for (long n = 0; n < points.shape(0); n++) {
      for (long d = 0; d < points.shape(1); d++) {
        sum += Math.abs(points.get(n, d) - center.get(d));
      }
    }
    return sum;
  }

  /** The products of all rows: {@code "n d"} to {@code "n n"}. */
  static Float32Array gram(Float32Array points) {
    Float32Array gram = Float32Array.zeros(points.shape(0), points.shape(0));
    for (long i = 0; i < points.shape(0); i++) {
      for (long j = 0; j < points.shape(0); j++) {
        for (long d = 0; d < points.shape(1); d++) {
          gram.set(i, j, gram.get(i, j) + points.get(i, d) * points.get(j, d));
        }
      }
    }
    return gram;
  }

  /** The argument itself: {@code "n d"} to {@code "n d"}. */
  static Float32Array same(Float32Array points) {
    kept = points;
    return points;
  }

  /** The argument itself, twice as large: {@code "n d"} to {@code "n d"}. */
  static Float32Array doubled(Float32Array points) {
    for (long n = 0; n < points.shape(0); n++) {
      for (long d = 0; d < points.shape(1); d++) {
        points.set(n, d, 2 * points.get(n, d));
      }
    }
    return points;
  }
}
