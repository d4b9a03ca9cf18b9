package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Plan;
import dev.ndbind.tensorflow.TensorFlow;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

/** A TensorFlow tensor, passed to a method that was written against an array. */
public final class TensorFlowView {
  private TensorFlowView() {}

  /** Prints the matrix and returns the sum of its elements. {@code Use.VIEW} forbids any copy. */
  @AcceptsNumpy
  static float show(@Layout(value = "n m", use = Use.VIEW) Float32Array matrix) {
    System.out.println(matrix.dtype() + " array of " + matrix.size() + " elements:");
    System.out.println(matrix);
    float sum = 0;
    for (long i = 0; i < matrix.shape(0); i++) {
      for (long j = 0; j < matrix.shape(1); j++) {
        sum += matrix.get(i, j);
      }
    }
    return sum;
  }

  public static void main(String[] args) {
    try (TFloat32 tensor = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 2}, {3, 4}}))) {
      float sum = TensorFlowViewAdapter.show(tensor);
      System.out.println("sum: " + sum);
      System.out.println(Plan.of(TensorFlow.describe(tensor), TensorFlowViewAdapter.SHOW_MATRIX));
    }
  }
}
