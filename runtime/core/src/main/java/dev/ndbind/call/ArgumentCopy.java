package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.copy.Signs;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.Block;
import dev.ndbind.internal.memory.Strides;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The copy that an argument's array lies in: one of an earlier call, one that another argument has,
 * or a new one. It is noted down in the argument, and released with it.
 */
final class ArgumentCopy {
  private ArgumentCopy() {}

  /** Finds or makes the copy. */
  static Block of(Argument argument, TensorDescription tensor, DType target) {
    Recall recall = recall(argument, tensor, target);
    Block found = remembered(argument, recall);
    if (found == null && argument.contract().use() == Use.READ) {
      found = twin(argument);
    }
    if (found != null) {
      return found;
    }
    Block fresh =
        argument.difference().fit == Fit.DEVICE
            ? fromDevice(argument, tensor, target)
            : fresh(argument, tensor, argument.seenStrides(), target);
    if (recall != null) {
      recall.keep(fresh);
    }
    return fresh;
  }

  /** Whether there is one of an earlier call. It is held from now on. */
  static boolean isRemembered(Argument argument, TensorDescription tensor, DType target) {
    return remembered(argument, recall(argument, tensor, target)) != null;
  }

  private static @Nullable Recall recall(
      Argument argument, TensorDescription tensor, DType target) {
    return Recall.of(
        tensor, argument.contract(), target, argument.seenShape(), argument.seenStrides());
  }

  private static @Nullable Block remembered(Argument argument, @Nullable Recall recall) {
    Block found = argument.copy(); // Held since the check found it.
    if (recall != null && found == null) {
      found = recall.find();
    }
    if (found != null) {
      noteDown(argument, found, Fit.REMEMBERED);
    }
    return found;
  }

  private static @Nullable Block twin(Argument argument) {
    Block found = argument.call().convertedBefore(argument);
    if (found != null) {
      noteDown(argument, found, Fit.TWIN);
    }
    return found;
  }

  private static void noteDown(Argument argument, Block found, Fit fit) {
    argument.difference().copy = found;
    argument.difference().fit = fit;
  }

  private static Block fromDevice(Argument argument, TensorDescription tensor, DType target) {
    TensorDescription onHost = tensor.toHost();
    argument.difference().host = onHost;
    Shape pattern = argument.contract().shape();
    long[] from = pattern.expandedStrides(onHost.strides(), onHost.sizes(), argument.seenShape());
    return fresh(argument, onHost, from, target);
  }

  private static Block fresh(
      Argument argument, TensorDescription tensor, long[] from, DType target) {
    long[] shape = argument.seenShape();
    long count = Strides.count(shape);
    long[] strides = Strides.of(argument.contract().order(), shape, target.itemsize());
    Block block = argument.borrow(argument.bytes(target));
    argument.difference().copy = block; // Released with the lease, whatever happens.
    long address = block.address();
    DType source = Argument.source(tensor);
    StridedCopy.copy(tensor.address, source, from, address, target, strides, shape);
    if (tensor.isConjugate()) {
      Signs.conjugate(address, target, count);
    }
    if (tensor.isNegative()) {
      Signs.negate(address, target, count);
    }
    return block;
  }

  /** The copy of one argument, for another that asks for the same; to be released. */
  static @Nullable Block shared(Argument owner, Argument other) {
    Block block = areConvertedAlike(owner, other) ? owner.copy() : null;
    return block != null && block.tryRetain() ? block : null;
  }

  private static boolean areConvertedAlike(Argument one, Argument other) {
    TensorDescription a = one.description();
    TensorDescription b = other.description();
    return a != null
        && b != null
        && one.contract().use() == Use.READ
        && a.address == b.address
        && a.dtype() == b.dtype()
        && a.isConjugate() == b.isConjugate()
        && a.isNegative() == b.isNegative()
        && areOnSameDevice(a, b)
        && one.target(a) == other.target(b)
        && one.contract().order() == other.contract().order()
        && Arrays.equals(one.seenShape(), other.seenShape())
        && Arrays.equals(one.seenStrides(), other.seenStrides());
  }

  /** Addresses tell tensors apart in the host's memory only. */
  @SuppressWarnings("ReferenceEquality") // Some tensors are equal if their elements are.
  private static boolean areOnSameDevice(TensorDescription a, TensorDescription b) {
    return a.device() == null ? b.device() == null : b.device() != null && a.tensor() == b.tensor();
  }
}
