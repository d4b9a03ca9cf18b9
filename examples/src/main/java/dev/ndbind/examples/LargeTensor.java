package dev.ndbind.examples;

import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Use;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Large PyTorch tensors without any copy: whole, transposed and sliced. */
public final class LargeTensor {
  private static final long GIB = 1L << 30;

  private LargeTensor() {}

  /** Shape and byte strides, as the method sees them. */
  @AcceptsNumpy
  static String layout(@Layout(use = Use.VIEW) NumpyArray array) {
    return "shape %s, byte strides %s"
        .formatted(Arrays.toString(array.shape()), Arrays.toString(array.byteStrides()));
  }

  /** The last element. */
  @AcceptsNumpy
  static int last(@Layout(value = "n m", use = Use.VIEW) UInt8Array array) {
    return array.get(array.shape(0) - 1, array.shape(1) - 1);
  }

  /** Sets the last element, in the tensor's own memory. */
  @AcceptsNumpy
  static void setLast(@Layout(value = "n m", use = Use.WRITE) UInt8Array array, int value) {
    array.set(array.shape(0) - 1, array.shape(1) - 1, value);
  }

  public static void main(String[] args) {
    show(1000, 1000);
    if (Pointer.availablePhysicalBytes() > 6 * GIB) {
      show(3 * 1024, 1024 * 1024);
    } else {
      System.out.println("not enough free memory to show a tensor of 3 GiB");
    }
  }

  private static void show(long rows, long columns) {
    try (TensorOptions bytes = new TensorOptions(ScalarType.Byte);
        Tensor tensor = torch.zeros(new long[] {rows, columns}, bytes);
        Tensor transposed = tensor.t();
        Tensor sliced = tensor.narrow(0, rows - 10, 10).narrow(1, columns - 10, 10);
        Scalar seven = new Scalar(7)) {
      System.out.printf("uint8 tensor of %,d bytes%n", tensor.numel());
      tensor.fill_(seven); // touches all of it, so that it counts as resident
      long before = Pointer.physicalBytes();

      System.out.println("  whole:      " + LargeTensorAdapter.layout(tensor));
      System.out.println("  transposed: " + LargeTensorAdapter.layout(transposed));
      System.out.println("  sliced:     " + LargeTensorAdapter.layout(sliced));

      System.out.println("  the method reads what torch wrote: " + LargeTensorAdapter.last(sliced));
      LargeTensorAdapter.setLast(transposed, 42);
      System.out.println("  torch reads what the method wrote: " + lastOf(tensor));

      long grown = Pointer.physicalBytes() - before;
      System.out.println(
          "  resident memory grew by less than 10%% of the tensor or 32 MiB: %b"
              .formatted(grown < Math.max(tensor.numel() / 10, 32L << 20)));
    }
  }

  private static int lastOf(Tensor tensor) {
    try (Tensor row = tensor.get(tensor.size(0) - 1);
        Tensor element = row.get(row.size(0) - 1)) {
      return element.item_byte() & 0xFF;
    }
  }
}
