package dev.ndbind.samples;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;

interface Solvers {
  record Linear() {
    /** Solves A x = b for each matrix of a batch, as LAPACK wants it: column by column. */
    @AcceptsNumpy
    @Layout(value = "n {k}", order = Order.F)
    static Float64Array solve(
        @Layout(value = "n n", order = Order.F) Float64Array a,
        @Layout(value = "n {k}", order = Order.F, use = Use.COPY) Float64Array b,
        int k) {
      return b;
    }

    /** Matrix products over broadcast batches. */
    @AcceptsNumpy
    @Layout(value = "*batch m n", order = Order.C)
    static Float32Array multiply(
        @Layout("#*batch m k") Float32Array left,
        @Layout(value = "#*batch k n", order = Order.CONTIGUOUS) Float32Array right) {
      return left;
    }
  }
}
