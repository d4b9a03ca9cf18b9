package dev.ndbind.call;

import dev.ndbind.internal.reuse.Identity;
import dev.ndbind.internal.reuse.Store;

/** Makes all stores forget what they remember of a tensor. For bridges. */
public final class Invalidation {
  private Invalidation() {}

  /**
   * Forgets the copies of a tensor, and those of all tensors of any framework that lie in the same
   * memory. A call that is converting such a tensor at this moment does not have its copy
   * remembered.
   *
   * @param kind the bridge's class of descriptions
   * @param identity the tensor's {@link TensorDescription#identity}
   * @param address where its memory begins
   * @param bytes how long its memory is
   */
  public static void of(
      Class<? extends TensorDescription> kind, long identity, long address, long bytes) {
    Identity tensor = new Identity(kind, identity);
    Store.invalidate(key -> key.tensor().equals(tensor) || key.isWithin(address, bytes));
  }
}
