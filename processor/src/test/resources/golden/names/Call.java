package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;

/** Names that the adapter would like to have for itself. */
@AcceptsNumpy
class Call {
  static double call(Float32Array call, int result, int target, int callArgument, int dev) {
    return 0;
  }

  double PyTorch(Float32Array PyTorch, Float32Array Call, Argument DType, int target) {
    return 0;
  }

  @Layout("n n")
  Float32Array sum(@Layout("n") Float32Array x, Float32Array SUM, Float32Array SUM_X) {
    return x;
  }

  double sumX(Float32Array x) {
    return 0;
  }

  double sumFloat32(Float32Array x) {
    return 0;
  }

  /** Hides a class that the adapter uses. */
  static class Argument {}
}
