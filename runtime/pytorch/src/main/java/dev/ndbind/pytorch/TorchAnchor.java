package dev.ndbind.pytorch;

import dev.ndbind.call.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of which a copy is remembered. Two references are held: one to the tensor itself, so
 * that no other can be made at its address; and one to its memory, which {@code set_data} could
 * else take away and give back as that of other values, without a change of the version.
 */
final class TorchAnchor implements Anchor {
  private final Access access;
  private final long tensor;
  private final long memory;
  private final long bytes;
  private boolean released;

  private TorchAnchor(Access access, long tensor, long memory) {
    this.access = access;
    this.tensor = tensor;
    this.memory = memory;
    this.bytes = access.at(memory).storageBytes();
  }

  /** Null if the tensor has got other memory meanwhile. */
  static @Nullable TorchAnchor of(Access access, long held, long address) {
    long memory = access.at(held).holdMemory();
    if (access.at(memory).dataAddress() != address) {
      access.release(memory);
      return null;
    }
    return new TorchAnchor(access, access.hold(access.at(held)), memory);
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public synchronized boolean isAbandoned() {
    return released || access.at(tensor).use_count() == 1;
  }

  @Override
  public synchronized void release() {
    released = true;
    access.release(tensor);
    access.release(memory);
  }
}
