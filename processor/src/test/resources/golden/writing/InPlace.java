package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Use;

/** Arguments that are written: not for TensorFlow, whose tensors are immutable. */
@AcceptsNumpy
class InPlace {
  private InPlace() {}

  /** The same array comes back. */
  @Layout("n")
  static Float32Array scale(@Layout(value = "n", use = Use.WRITE) Float32Array x, float by) {
    return x;
  }

  static void clear(
      @Layout(use = Use.WRITE_BACK, casting = Casting.SAME_KIND) Float64Array x) {}

  static int sort(@Layout(use = Use.WRITE_BACK) double[] x) {
    return 0;
  }

  @Layout("n")
  static Float64Array fit(@Layout(value = "n", use = Use.WRITE_BACK) Float64Array x) {
    return x;
  }
}
