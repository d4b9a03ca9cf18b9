package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;

/** Static methods: what the README shows. */
final class Distances {
  private Distances() {}

  /** Mean distance of the {@code points} to the {@linkplain Float32Array centre}. Not squared. */
  @AcceptsNumpy
  static double mean(@Layout("n d") Float32Array points, @Layout("d") Float32Array center) {
    return 0;
  }

  /** Scales every row to unit length, in the caller's memory. */
  @AcceptsNumpy
  static void normalize(@Layout(value = "n d", order = Order.C, use = Use.WRITE) Float32Array rows) {}

  @AcceptsNumpy
  @Layout("n n")
  static Float32Array gram(@Layout("n d") Float32Array x) {
    return x;
  }
}
