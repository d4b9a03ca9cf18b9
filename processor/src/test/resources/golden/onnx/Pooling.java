package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.onnx.Onnx;

/** One type of tensors for all dtypes, always in C order, which can be written. */
@AcceptsNumpy(from = Onnx.class)
class Pooling {
  private Pooling() {}

  @Layout("b d")
  static Float32Array pool(
      @Layout(value = "b t d", order = Order.C) Float32Array hidden,
      @Layout("b t") Int64Array mask) {
    return hidden;
  }

  static void normalize(
      @Layout(value = "n d", order = Order.C, use = Use.WRITE) Float32Array rows) {}

  static double sum(Float32Array x) {
    return 0;
  }

  static double sum(Float64Array x) {
    return 0;
  }

  static double columns(
      @Layout(value = "n d", order = Order.F, casting = Casting.SAFE) Float64Array x) {
    return 0;
  }
}
