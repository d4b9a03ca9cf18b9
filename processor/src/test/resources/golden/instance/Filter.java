package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;

/** An annotated public class: all its methods with arrays, on an instance or not. */
@AcceptsNumpy
public class Filter {
  private final double cutoff;

  /** Makes a filter. */
  public Filter(double cutoff) {
    this.cutoff = cutoff;
  }

  /** Smooths a signal. */
  @Layout("t")
  public Float64Array smooth(@Layout("t") Float64Array signal) {
    return signal;
  }

  static double energy(Float32Array signal) {
    return 0;
  }

  protected void reset(Float64Array state, int times) {}

  /** Has no arrays, and so no overloads. */
  public double cutoff() {
    return cutoff;
  }

  private void hidden(Float64Array state) {}
}
