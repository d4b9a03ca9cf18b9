package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** A tensor that is updated in place between calls: a method never sees old values. */
public final class ChangingData {
  private ChangingData() {}

  /** The first row, read through a view. */
  @AcceptsNumpy
  static String viewed(@Layout("n m") Float32Array matrix) {
    return matrix.select(0, 0).toString();
  }

  /** The first row, read from an array in F order: a tensor in C order is copied for it. */
  @AcceptsNumpy
  static String copied(@Layout(value = "n m", order = Order.F) Float32Array matrix) {
    return matrix.select(0, 0).toString();
  }

  public static void main(String[] args) {
    try (Tensor flat = Tensor.create(1f, 2f, 3f, 4f);
        Tensor tensor = flat.view(2, 2);
        Scalar ten = new Scalar(10)) {
      print("at first", tensor);
      tensor.add_(ten);
      print("after add_(10)", tensor);
      flat.mul_(ten); // another tensor over the same memory
      print("after mul_(10) of its base", tensor);
    }
  }

  private static void print(String when, Tensor tensor) {
    System.out.printf(
        "%-27s viewed %s, copied %s%n",
        when + ":", ChangingDataAdapter.viewed(tensor), ChangingDataAdapter.copied(tensor));
  }
}
