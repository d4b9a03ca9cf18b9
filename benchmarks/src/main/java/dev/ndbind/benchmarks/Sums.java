package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;

/** Methods that do next to nothing, so that what is measured is the call. */
public final class Sums {
  private Sums() {}

  /** Reads one element. */
  @AcceptsNumpy
  static float corner(@Layout("n m") Float32Array a) {
    return a.get(0, 0);
  }

  /** Reads one element of each of three arrays of one shape. */
  @AcceptsNumpy
  static float corners(
      @Layout("n m") Float32Array a, @Layout("n m") Float32Array b, @Layout("n m") Float32Array c) {
    return a.get(0, 0) + b.get(0, 0) + c.get(0, 0);
  }

  /** Reads all elements. */
  @AcceptsNumpy
  static float total(@Layout("n m") Float32Array a) {
    return Loops.sum(a);
  }
}
