package dev.ndbind.pytorch;

import java.lang.ref.Cleaner;

/** A reference to a tensor's memory, given back when it is closed or no longer reachable. */
final class TorchMemory implements AutoCloseable {
  private static final Cleaner CLEANER =
      Cleaner.create(
          Thread.ofPlatform()
              .daemon()
              .name("ndbind-pytorch-cleaner")
              .inheritInheritableThreadLocals(false)
              .factory());

  private final Cleaner.Cleanable reference;

  private TorchMemory(Access access, long handle) {
    this.reference = CLEANER.register(this, () -> access.release(handle));
  }

  /**
   * Takes a reference.
   *
   * @param held a tensor
   * @param address of the memory that it had when it was described
   * @throws IllegalStateException if it has got other memory meanwhile
   */
  static TorchMemory of(Access access, long held, long address) {
    long memory = access.at(held).holdMemory();
    if (access.at(memory).dataAddress() != address) {
      access.release(memory);
      throw new IllegalStateException("the tensor is given other memory at this very moment");
    }
    return new TorchMemory(access, memory);
  }

  @Override
  public void close() {
    reference.clean();
  }
}
