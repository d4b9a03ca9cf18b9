package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;

/** Every entry that a shape pattern can have. */
@AcceptsNumpy
final class Patterns {
  private Patterns() {}

  static double any(Float32Array x) {
    return 0;
  }

  static double scalar(@Layout("") Float32Array x) {
    return 0;
  }

  static double sizes(@Layout("3 n _ rows=4 cols=_ n") Float32Array x) {
    return 0;
  }

  static double several(@Layout("... n") Float32Array x, @Layout("_ ...") Float32Array y) {
    return 0;
  }

  @Layout("*batch n")
  static Float32Array runs(@Layout("*batch n #d") Float32Array x, @Layout("#d") Float32Array y) {
    return x;
  }

  @Layout("*batch n m")
  static Float32Array matmul(@Layout("#*batch n k") Float32Array x, @Layout("#*batch k m") Float32Array y) {
    return x;
  }

  @Layout("{k} n*m-1 (n+{k})*2 9999999999")
  static Float32Array windows(@Layout("n m 2*n+1 n-(m-1)") Float32Array x, int k, long unused) {
    return x;
  }
}
