package dev.ndbind.tensorflow;

import dev.ndbind.NumpyArray;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.TensorDescription;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TType;

/** Makes tensors of arrays: room of TensorFlow's own, and one copy into it. */
final class Filling {
  private Filling() {}

  static <T extends TType> T tensor(Class<T> type, NumpyArray array) {
    ArrayExport export = ArrayExport.of(array);
    return export.copy(
        "TensorFlow.tensor",
        TensorFlow.FRAMEWORK,
        "TensorFlow's tensors have memory of their own",
        () -> copy(type, export));
  }

  private static <T extends TType> T copy(Class<T> type, ArrayExport export) {
    T tensor = Tensor.of(type, Shape.of(export.array().shape()));
    try {
      fill(tensor, export);
      return tensor;
    } catch (RuntimeException | Error e) {
      tensor.close();
      throw e;
    }
  }

  /** The one tensor that may be written is one that nobody has seen. */
  private static void fill(TType tensor, ArrayExport export) {
    TensorDescription room = TensorFlowDescription.of(tensor);
    try {
      export.copyTo(room);
    } finally {
      room.release();
    }
  }
}
