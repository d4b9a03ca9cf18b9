package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;

/** Bridges named on the type, and on a method. */
@AcceptsNumpy(from = PyTorch.class)
class Chosen {
  private Chosen() {}

  static double mean(Float32Array x) {
    return 0;
  }

  @AcceptsNumpy(from = {TensorFlow.class, PyTorch.class})
  static double sum(Float32Array x) {
    return 0;
  }

  /** No tensor goes in, so nothing says which should come out. */
  @Layout("n n")
  static Float32Array eye(int size) {
    return null;
  }
}
