package golden;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Float32Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.OnDevice;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Every kind of array, and every attribute of a contract. */
@AcceptsNumpy
class Kinds {
  private Kinds() {}

  static double typed(BoolArray mask, UInt8Array image, BFloat16Array weights) {
    return 0;
  }

  /** TensorFlow has no int8. */
  static double narrow(Int8Array x) {
    return 0;
  }

  static NumpyArray untyped(
      NumpyArray any, @Layout(dtype = {DType.FLOAT32, DType.COMPLEX64}) NumpyArray some) {
    return any;
  }

  static double segment(@Layout(value = "n", dtype = DType.FLOAT32) MemorySegment data) {
    return 0;
  }

  static double[] javaArrays(
      float[] vector,
      double[][] matrix,
      boolean[] mask,
      @Layout(value = "n", dtype = DType.UINT8) byte[] bytes,
      @Layout(use = Use.WRITE_BACK) long[] counts) {
    return vector == null ? null : matrix[0];
  }

  static double attributes(
      @Layout(order = Order.F, reuse = Reuse.VERSION) Float32Array remembered,
      @Layout(order = Order.CONTIGUOUS, use = Use.VIEW) Float32Array viewed,
      @Layout(use = Use.COPY, casting = Casting.SAME_KIND) Float32Array copied,
      @Layout(reuse = Reuse.CONSTANT) @OnDevice(Device.ANY) @Nullable Float32Array anywhere) {
    return 0;
  }
}
