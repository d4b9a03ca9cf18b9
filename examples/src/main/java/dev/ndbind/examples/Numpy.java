package dev.ndbind.examples;

import dev.ndbind.Float64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Keyword;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.NumpyModule;

/** Functions of NumPy, with the contracts that this program wants of them. */
@NumpyModule("numpy")
interface Numpy {
  /** The mean over some axes. */
  Float64Array mean(UInt8Array a, @Keyword int[] axis);

  /** The value below which that many percent of the elements lie. */
  Float64Array percentile(UInt8Array a, double q, @Keyword int[] axis);

  /** Einstein's sums, here of the products of columns. */
  @Layout("i j")
  Float64Array einsum(
      String subscripts, @Layout("p i") Float64Array left, @Layout("p j") Float64Array right);

  /** Functions of its linear algebra. */
  @NumpyModule("numpy.linalg")
  interface Linalg {
    /** The singular value decomposition. */
    Svd<Float64Array> svd(@Layout("m n") Float64Array a, @Keyword boolean fullMatrices);
  }

  /**
   * Singular vectors and values.
   *
   * @param u the left vectors, in columns
   * @param s the values, large ones first
   * @param vh the right vectors, in rows
   */
  record Svd<A>(@Layout("m k") A u, @Layout("k") A s, @Layout("k n") A vh) {}
}
