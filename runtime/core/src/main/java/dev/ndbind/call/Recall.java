package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.memory.Block;
import dev.ndbind.internal.reuse.Key;
import dev.ndbind.internal.reuse.Origin;
import dev.ndbind.internal.reuse.Store;
import org.jspecify.annotations.Nullable;

/** Looks for the copy of one argument among those that are remembered, or has a new one kept. */
final class Recall {
  private final TensorDescription tensor;
  private final boolean isConstant;
  private final Key key;
  private final Store store = Store.current();
  private final long invalidations = Store.invalidations(); // Read before the tensor is.

  /** Read before the tensor is; for a constant one only when it must be copied. */
  private long version;

  private Recall(TensorDescription tensor, boolean isConstant, long version, Key key) {
    this.tensor = tensor;
    this.isConstant = isConstant;
    this.version = version;
    this.key = key;
  }

  /** Null if the contract or the tensor does not allow a copy to be remembered. */
  static @Nullable Recall of(
      TensorDescription tensor,
      ArrayContract contract,
      DType target,
      long[] shape,
      long[] byteStrides) {
    if (contract.reuse() == Reuse.CALL || contract.use() != Use.READ || contract.isJavaArray()) {
      return null;
    }
    long identity = tensor.identity();
    if (identity == 0) {
      return null;
    }
    boolean isConstant = contract.reuse() == Reuse.CONSTANT;
    long version = isConstant ? Store.ANY_VERSION : tensor.version();
    if (version == TensorDescription.UNVERSIONED) {
      return null;
    }
    Key key =
        new Key(
            tensor.getClass(),
            identity,
            tensor.address,
            Argument.source(tensor),
            (tensor.isConjugate() ? 1 : 0) + (tensor.isNegative() ? 2 : 0),
            shape,
            byteStrides,
            target,
            contract.order() == Order.F ? Order.F : Order.C);
    return new Recall(tensor, isConstant, version, key);
  }

  /** The copy, to be released; null if none is remembered that is still right. */
  @Nullable Block find() {
    Block found = store.find(key, version);
    if (found == null && isConstant) {
      version = tensor.version();
    }
    return found;
  }

  /** Has a copy kept, unless the tensor was written while it was copied. */
  void keep(Block copy) {
    if (tensor.version() == version) {
      store.keep(key, copy, version, invalidations, this::anchor);
    }
  }

  /** Null also if the framework finds no memory for it: the copy serves this call all the same. */
  private Origin.@Nullable Held anchor() {
    try {
      Anchor anchor = tensor.anchor();
      return anchor == null ? null : new Anchored(anchor);
    } catch (OutOfMemoryError _) {
      return null;
    }
  }

  private record Anchored(Anchor anchor) implements Origin.Held {
    @Override
    public long bytes() {
      return anchor.bytes();
    }

    @Override
    public boolean isAbandoned() {
      return anchor.isAbandoned();
    }

    @Override
    public void release() {
      anchor.release();
    }
  }
}
