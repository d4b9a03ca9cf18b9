package golden;

import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Keyword;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.NumpyModule;
import dev.ndbind.annotation.PythonName;
import dev.ndbind.numpy.PythonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of NumPy's linear algebra, and of all kinds of signatures. */
@NumpyModule("numpy.linalg")
interface Linalg {
  /** The inverse of a matrix. */
  @Layout("n n")
  Float64Array inv(@Layout("n n") Float64Array a);

  Svd<Float64Array> svd(@Layout("*b m n") Float64Array a, boolean fullMatrices);

  int matrixRank(Float64Array a);

  int matrixRank(Float64Array a, @Keyword double tol, @Keyword("rtol") float relative);

  @PythonName("norm")
  double length(Float64Array result, @Nullable Norm ord, int[] axis);

  @Nullable
  List<List<String>> words(List<Integer> numbers);

  void testing(PythonObject module);

  PythonObject raw(String lambda);

  Point where(NumpyArray a);

  Norm kind(Float64Array a);

  /** Not a function of the module. */
  default Float64Array twice(Float64Array a) {
    return inv(inv(a));
  }

  record Svd<A>(@Layout("*b m k") A u, @Layout("*b k") A s, @Layout("*b k n") A vh) {}

  record Point(int row, long column, String name) {}

  enum Norm {
    fro,
    nuc
  }
}
