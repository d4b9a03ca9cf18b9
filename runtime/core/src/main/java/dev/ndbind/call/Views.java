package dev.ndbind.call;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.LastingLease;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.OwnedMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays over memory that is not ndbind's, outside a call. For bridges. */
public final class Views {
  private static final ClassValue<ArrayContract> CONTRACTS =
      new ClassValue<>() {
        @Override
        protected ArrayContract computeValue(Class<?> type) {
          DType wanted = ArrayAccess.get().dtype(type.asSubclass(NumpyArray.class));
          return ArrayContract.of("tensor", wanted == null ? all() : new DType[] {wanted})
              .use(Use.VIEW);
        }
      };

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
    String failure = Checks.elements(CONTRACTS.get(type), tensor);
    DType dtype = tensor.dtype();
    if (failure != null || dtype == null) {
      throw new ContractException("view", List.of("tensor " + failure));
    }
    return type.cast(
        ArrayAccess.get()
            .make(
                dtype,
                new LastingLease(owner),
                tensor.address,
                tensor.sizes(),
                tensor.strides(),
                false));
  }

  /**
   * An array that takes over memory which nobody else reaches. It is then like memory that ndbind
   * allocated: the array can be freed, and a tensor may share it.
   *
   * @param dtype the concrete dtype, native byte order
   * @param address of element [0, ..., 0], naturally aligned
   * @param shape sizes in elements, not to be changed
   * @param byteStrides one for each axis, not to be changed
   * @param writable whether the array may be written
   * @param release gives the memory back; called once, on any thread, and must not wait for others
   * @return an array of the dtype's class
   */
  public static NumpyArray adopt(
      DType dtype,
      long address,
      long[] shape,
      long[] byteStrides,
      boolean writable,
      Runnable release) {
    Lease lease = OwnedMemory.adopt(address, release);
    return ArrayAccess.get().make(dtype, lease, address, shape, byteStrides, writable);
  }

  /**
   * An array over memory that others reach, too. No tensor shares it.
   *
   * @param dtype the concrete dtype, native byte order
   * @param address of element [0, ..., 0], naturally aligned
   * @param shape sizes in elements, not to be changed
   * @param byteStrides one for each axis, not to be changed
   * @param writable whether the array may be written
   * @param owner what keeps the memory valid as long as the array is reachable
   * @return an array of the dtype's class
   */
  public static NumpyArray over(
      DType dtype, long address, long[] shape, long[] byteStrides, boolean writable, Object owner) {
    Lease lease = new LastingLease(owner);
    return ArrayAccess.get().make(dtype, lease, address, shape, byteStrides, writable);
  }

  /**
   * The dtype of an array class.
   *
   * @param type an array class
   * @return its dtype; null for {@code NumpyArray} itself
   */
  public static @Nullable DType dtype(Class<? extends NumpyArray> type) {
    return ArrayAccess.get().dtype(type);
  }

  private static DType[] all() {
    return DType.concrete().toArray(DType[]::new);
  }
}
