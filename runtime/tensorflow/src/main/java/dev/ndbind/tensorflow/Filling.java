package dev.ndbind.tensorflow;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TType;

/** Makes tensors of arrays: room of TensorFlow's own, and one copy into it. */
final class Filling {
  private static final MethodContract TENSOR = MethodContract.of("TensorFlow.tensor");

  private Filling() {}

  static <T extends TType> T tensor(Class<T> type, NumpyArray array) {
    ArrayExport.of(array)
        .copying("TensorFlow.tensor", "TensorFlow's tensors have memory of their own");
    T tensor = Tensor.of(type, Shape.of(array.shape()));
    try {
      fill(tensor, array);
      return tensor;
    } catch (RuntimeException | Error e) {
      tensor.close();
      throw e;
    }
  }

  /**
   * The one tensor that may be written is one that nobody has seen: here it is a call's argument.
   */
  private static void fill(TType tensor, NumpyArray array) {
    DType dtype = array.dtype();
    ArrayContract contract = ArrayContract.of("tensor", dtype).order(Order.C).use(Use.WRITE);
    try (Call call = TENSOR.begin()) {
      Argument room = call.argument(contract, TensorFlowDescription.ofFresh(tensor, dtype));
      call.check();
      array.copyTo(room.as(NumpyArray.class));
    }
  }
}
