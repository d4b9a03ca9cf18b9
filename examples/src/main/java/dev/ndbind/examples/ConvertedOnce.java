package dev.ndbind.examples;

import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Reuse;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A large tensor that a method needs in another dtype: converted once, used again as long as nobody
 * writes to it.
 */
public final class ConvertedOnce {
  private ConvertedOnce() {}

  /** The row that is nearest to a point. */
  @AcceptsNumpy
  static long nearest(
      @Layout(value = "n d", casting = Casting.SAFE, reuse = Reuse.VERSION) Float64Array rows,
      @Layout(value = "d", casting = Casting.SAFE) Float64Array point) {
    long nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (long row = 0; row < rows.shape(0); row++) {
      double squares = 0;
      for (long axis = 0; axis < rows.shape(1); axis++) {
        double difference = rows.get(row, axis) - point.get(axis);
        squares += difference * difference;
      }
      nearest = squares < least ? row : nearest;
      least = Math.min(squares, least);
    }
    return nearest;
  }

  public static void main(String[] args) {
    try (Tensor rows = torch.arange(new Scalar(300_000f)).view(100_000, 3)) {
      for (int query = 0; query < 10; query++) {
        find(rows, 7500 * query);
      }
      print("ten queries");
      rows.add_(new Scalar(3)); // in place: the version counter moves
      System.out.println("after add_(3), row " + find(rows, 7500) + " is nearest to 7500");
      print("one more");
    }
  }

  private static long find(Tensor rows, float value) {
    try (Tensor point = Tensor.create(value, value, value)) {
      return ConvertedOnceAdapter.nearest(rows, point);
    }
  }

  private static void print(String when) {
    ReuseStatistics reuse = ReuseStore.shared().statistics();
    System.out.printf(
        "%s: converted %d times, used again %d times, %,d bytes held%n",
        when, reuse.misses(), reuse.hits(), reuse.bytes());
  }
}
