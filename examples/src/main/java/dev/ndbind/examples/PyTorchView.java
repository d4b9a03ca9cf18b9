package dev.ndbind.examples;

import dev.ndbind.Float64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Plan;
import dev.ndbind.pytorch.PyTorch;
import org.bytedeco.pytorch.Tensor;

/** A PyTorch tensor, passed to a method that was written against an array. */
public final class PyTorchView {
  private PyTorchView() {}

  /** Prints the matrix and returns the sum of its elements. {@code Use.VIEW} forbids any copy. */
  @AcceptsNumpy
  static double show(@Layout(value = "n m", use = Use.VIEW) Float64Array matrix) {
    System.out.println(matrix.dtype() + " array of " + matrix.size() + " elements:");
    System.out.println(matrix);
    double sum = 0;
    for (long i = 0; i < matrix.shape(0); i++) {
      for (long j = 0; j < matrix.shape(1); j++) {
        sum += matrix.get(i, j);
      }
    }
    return sum;
  }

  public static void main(String[] args) {
    try (Tensor row = Tensor.create(5.0, 6.0, 7.0, 8.0);
        Tensor tensor = row.view(2, 2);
        Tensor transposed = tensor.t()) {
      System.out.println("sum: " + PyTorchViewAdapter.show(tensor));
      System.out.println(Plan.of(PyTorch.describe(tensor), PyTorchViewAdapter.SHOW_MATRIX));
      System.out.println("sum of the transpose: " + PyTorchViewAdapter.show(transposed));
      System.out.println(Plan.of(PyTorch.describe(transposed), PyTorchViewAdapter.SHOW_MATRIX));
    }
  }
}
