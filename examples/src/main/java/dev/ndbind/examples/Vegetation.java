package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.NumpyModule;

/** A Python module of this program's own: {@code python/vegetation.py}. */
@NumpyModule("vegetation")
interface Vegetation {
  /** The enhanced vegetation index of two bands. */
  @Layout("h w")
  Float32Array evi2(@Layout("h w") UInt8Array red, @Layout("h w") UInt8Array nir);

  /** Mean, median and maximum. */
  Statistics summary(Float32Array index);

  /** What Python returns as a tuple. */
  record Statistics(double mean, double median, double max) {}
}
