package dev.ndbind.call;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.Lease;
import java.util.List;

/** Views of tensors outside a call. For bridges. */
public final class Views {
  private Views() {}

  /**
   * A read-only array over a tensor's memory.
   *
   * @param <A> the class of array
   * @param tensor what the bridge tells of the tensor; released only with {@code owner}
   * @param type a typed array class of the tensor's dtype, or {@code NumpyArray}
   * @param owner what keeps the memory valid as long as the view is reachable
   * @return a view of the same shape and strides
   * @throws ContractException if the tensor cannot be viewed as such an array
   * @throws IllegalStateException if the tensor is closed
   */
  public static <A extends NumpyArray> A of(TensorDescription tensor, Class<A> type, Object owner) {
    if (tensor.isClosed()) {
      throw new IllegalStateException("the tensor " + tensor.refusal());
    }
    DType wanted = ArrayAccess.get().dtype(type);
    ArrayContract contract =
        ArrayContract.of("tensor", wanted == null ? all() : new DType[] {wanted}).use(Use.VIEW);
    String failure = Checks.elements(contract, tensor);
    DType dtype = tensor.dtype;
    if (failure != null || dtype == null) {
      throw new ContractException("view", List.of("tensor " + failure));
    }
    return type.cast(
        ArrayAccess.get()
            .make(
                dtype, new Lease(owner), tensor.address, tensor.shape, tensor.byteStrides, false));
  }

  private static DType[] all() {
    return DType.concrete().toArray(DType[]::new);
  }
}
