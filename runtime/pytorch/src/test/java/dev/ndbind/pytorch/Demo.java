package dev.ndbind.pytorch;

import dev.ndbind.Complex64Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;

/** Methods as a user writes them; {@link DemoAdapter} states their contracts. */
final class Demo {
  private Demo() {}

  static double sum(Float32Array x) {
    double sum = 0;
    for (long i = 0; i < x.shape(0); i++) {
      for (long j = 0; j < x.shape(1); j++) {
        sum += x.get(i, j);
      }
    }
    return sum;
  }

  /** Ten times the first row, plus the second one. */
  static double[] weigh(Float64Array rows) {
    double[] result = new double[(int) rows.shape(1)];
    for (int j = 0; j < result.length; j++) {
      result[j] = 10 * rows.get(0, j) + rows.get(1, j);
    }
    return result;
  }

  /** Adds 100 to the first row. */
  static void mark(Float32Array rows) {
    for (long j = 0; j < rows.shape(1); j++) {
      rows.set(0L, j, rows.get(0L, j) + 100);
    }
  }

  static Float32Array marked(Float32Array rows) {
    mark(rows);
    return rows;
  }

  static void add(Float32Array x, Float32Array y, Float32Array out) {
    for (long i = 0; i < x.shape(0); i++) {
      for (long j = 0; j < x.shape(1); j++) {
        out.set(i, j, x.get(i, j) + y.get(i, j));
      }
    }
  }

  static Float32Array gram(Float32Array x) {
    Float32Array gram = Float32Array.zeros(x.shape(0), x.shape(0));
    for (long i = 0; i < x.shape(0); i++) {
      for (long j = 0; j < x.shape(0); j++) {
        for (long k = 0; k < x.shape(1); k++) {
          gram.set(i, j, gram.get(i, j) + x.get(i, k) * x.get(j, k));
        }
      }
    }
    return gram;
  }

  static double imaginary(Complex64Array x) {
    return x.getImag(0);
  }

  /** Swaps the parts of the first element. */
  static void swap(Complex64Array x) {
    x.set(0, x.getImag(0), x.getReal(0));
  }

  /** Whether two arrays see one memory. */
  static boolean same(Float32Array x, Float32Array y) {
    return x.segment().address() == y.segment().address();
  }
}
