package dev.ndbind.dlpack;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays over tensors of others. */
final class Imports {
  private static final String SUBJECT = "DLPack.take";

  private Imports() {}

  /**
   * Takes a tensor over, or has its deleter called.
   *
   * @param format what the tensor must have instead of the array's dtype; null for that
   */
  static <A extends NumpyArray> A take(Tensor tensor, Class<A> type, @Nullable Float8 format) {
    Tensor present = tensor.required();
    A array = null;
    try {
      array = type.cast(array(present, Views.dtype(type), format));
      return array;
    } finally {
      if (array == null) {
        Deleters.call(present);
      }
    }
  }

  private static NumpyArray array(Tensor tensor, @Nullable DType wanted, @Nullable Float8 format) {
    if (tensor.struct() == Struct.VERSIONED && tensor.major() != Struct.MAJOR) {
      throw refusal(
          List.of(
              "tensor is of DLPack %d.%d, expected 1.x; ask its library for max_version=(1, 1)"
                  .formatted(tensor.major(), tensor.minor())));
    }
    Geometry geometry = Geometry.of(tensor, wanted, format);
    if (!geometry.failures().isEmpty()) {
      throw refusal(geometry.failures());
    }
    return Views.adopt(
        geometry.dtype(),
        geometry.address(),
        geometry.shape(),
        geometry.byteStrides(),
        tensor.isWritable(),
        () -> Deleters.later(tensor));
  }

  private static ContractException refusal(List<String> failures) {
    return new ContractException(SUBJECT, failures);
  }
}
