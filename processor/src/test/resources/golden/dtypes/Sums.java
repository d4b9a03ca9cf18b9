package golden;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Layout;
import java.io.IOException;

/** Methods that differ in dtypes only: one overload for PyTorch, which chooses among them. */
@AcceptsNumpy
class Sums {
  private Sums() {}

  /** Adds all elements. */
  static double sum(Float32Array x) {
    return 0;
  }

  static double sum(Float64Array x) throws IOException {
    return 0;
  }

  static void axpy(double a, Float32Array x, Float32Array y) {}

  static void axpy(double a, Float64Array x, Float64Array y) {}

  /** Integers are cast, so that TensorFlow needs the type that holds all of them. */
  static double mean(@Layout(casting = Casting.SAFE) Float64Array x) {
    return 0;
  }

  static long count(
      @Layout(dtype = {DType.BOOL, DType.INTEGER}) NumpyArray x, Int64Array weights) {
    return 0;
  }
}
