package dev.ndbind.pytorch;

import dev.ndbind.NumpyArray;
import dev.ndbind.call.ArrayExport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Tensors over the memory of arrays, which stays reachable until LibTorch has freed them. */
final class SharedMemory {
  /** By address, since that is all that LibTorch tells when it frees a tensor. */
  private static final Map<Long, Loan> LOANS = new ConcurrentHashMap<>();

  /** One for all tensors: JavaCPP has room for ten objects of this kind. */
  private static final PointerConsumer GIVE_BACK = consumer();

  private SharedMemory() {}

  /**
   * Memory lent to LibTorch.
   *
   * @param giveBack done when no tensor needs it any more
   * @param tensors how often it was lent
   */
  private record Loan(Runnable giveBack, int tensors) {}

  private static final class Address extends Pointer {
    Address(long address) {
      this.address = address;
    }
  }

  private static PointerConsumer consumer() {
    PointerConsumer consumer =
        new PointerConsumer() {
          @Override
          public void call(Pointer memory) {
            giveBack(memory.address());
          }
        };
    // Also if the first call ever is inside a PointerScope, which closes what is made in it.
    return consumer.retainReference();
  }

  private static void lend(ArrayExport export) {
    LOANS.compute(
        export.address(),
        (_, loan) ->
            loan == null ? new Loan(export.lend(), 1) : new Loan(loan.giveBack, loan.tensors + 1));
  }

  private static void giveBack(long address) {
    LOANS.computeIfPresent(
        address,
        (_, loan) -> {
          if (loan.tensors > 1) {
            return new Loan(loan.giveBack, loan.tensors - 1);
          }
          loan.giveBack.run();
          return null;
        });
  }

  /** How many addresses LibTorch has now. */
  static int loans() {
    return LOANS.size();
  }

  /** A tensor over an array's own memory; null if it must not or cannot be shared. */
  static @Nullable Tensor tensor(ArrayExport export) {
    long[] strides = elementStrides(export.array());
    if (!export.isShareable() || strides == null || export.array().size() == 0) {
      return null;
    }
    // Not given back here if this throws: LibTorch may have done so, and a loan too many is
    // harmless.
    lend(export);
    return torch.from_blob(
        new Address(export.address()),
        export.array().shape(),
        strides,
        GIVE_BACK,
        TorchTypes.options(export.array().dtype()));
  }

  /** Null if LibTorch has no such strides: it aborts the process for negative ones. */
  private static long @Nullable [] elementStrides(NumpyArray array) {
    int itemsize = array.dtype().itemsize();
    long[] shape = array.shape();
    long[] strides = array.byteStrides();
    for (int axis = 0; axis < strides.length; axis++) {
      long stride = shape[axis] == 1 ? itemsize : strides[axis]; // One element has no neighbours.
      if (stride < 0 || stride % itemsize != 0) {
        return null;
      }
      strides[axis] = stride / itemsize;
    }
    return strides;
  }
}
