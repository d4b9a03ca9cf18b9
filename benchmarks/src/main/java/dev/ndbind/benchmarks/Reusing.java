package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;

/** Methods whose argument must be converted, with each way to remember the copy. */
final class Reusing {
  private Reusing() {}

  @AcceptsNumpy
  static float orderedCall(@Layout(value = "n m", order = Order.C) Float32Array a) {
    return a.get(0, 0);
  }

  @AcceptsNumpy
  static float orderedVersion(
      @Layout(value = "n m", order = Order.C, reuse = Reuse.VERSION) Float32Array a) {
    return a.get(0, 0);
  }

  @AcceptsNumpy
  static float orderedConstant(
      @Layout(value = "n m", order = Order.C, reuse = Reuse.CONSTANT) Float32Array a) {
    return a.get(0, 0);
  }

  @AcceptsNumpy
  static double castCall(@Layout(value = "n m", casting = Casting.SAFE) Float64Array a) {
    return a.get(0, 0);
  }

  @AcceptsNumpy
  static double castVersion(
      @Layout(value = "n m", casting = Casting.SAFE, reuse = Reuse.VERSION) Float64Array a) {
    return a.get(0, 0);
  }

  @AcceptsNumpy
  static double castConstant(
      @Layout(value = "n m", casting = Casting.SAFE, reuse = Reuse.CONSTANT) Float64Array a) {
    return a.get(0, 0);
  }
}
