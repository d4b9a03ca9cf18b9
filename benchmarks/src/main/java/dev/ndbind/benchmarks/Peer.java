package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.NumpyModule;

/** What Java calls of {@link PythonPeer}. */
@NumpyModule("peer")
interface Peer {
  /** Does nothing. */
  void take(Float32Array x);
}
