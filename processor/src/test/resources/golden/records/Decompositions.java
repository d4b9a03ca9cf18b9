package golden;

import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;

/** Several results. */
public final class Decompositions {
  private Decompositions() {}

  /** Singular values. */
  public record Svd<A>(
      @Layout("*b m k") A u, @Layout("*b k") A s, @Layout("*b k n") A vh, int rank) {}

  /** Arrays of two dtypes, and something else. */
  public record Groups<A, B, C>(
      @Layout(value = "{count} d", order = Order.C) A centers, @Layout("n") B labels, C name) {}

  /** Decomposes matrices. */
  @AcceptsNumpy
  public static Svd<Float64Array> svd(@Layout("*b m n") Float64Array matrices) {
    return null;
  }

  @AcceptsNumpy
  static Groups<Float64Array, Int64Array, String> cluster(
      @Layout("n d") Float64Array points, int count) {
    return null;
  }
}
