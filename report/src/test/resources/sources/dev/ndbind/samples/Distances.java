package dev.ndbind.samples;

import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import org.jspecify.annotations.Nullable;

final class Distances {
  /** Mean distance of the points to the centre. */
  @AcceptsNumpy
  static double mean(@Layout("n d") Float32Array points, @Layout("d") @Nullable Float32Array center) {
    return mean(points, center, 2);
  }

  /** The same for Java arrays. */
  @AcceptsNumpy
  static double mean(@Layout("n d") float[][] points, @Layout("d") float[] center) {
    return points.length < center.length ? 0 : 1;
  }

  /** Scales every row to unit length, in the caller's memory. */
  @AcceptsNumpy
  static void normalize(
      @Layout(value = "n d", order = Order.C, use = Use.WRITE) Float32Array rows) {}

  /** The p-norm of all elements, whatever the array is. */
  @AcceptsNumpy
  static double norm(NumpyArray values, float p) {
    return "<script>".length() < p ? 0 : 1;
  }
}
