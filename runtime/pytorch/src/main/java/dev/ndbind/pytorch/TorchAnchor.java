package dev.ndbind.pytorch;

import dev.ndbind.call.Anchor;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of which a copy is remembered. Two references are held: one to the tensor itself, so
 * that no other can be made at its address; and one to its memory, which {@code set_data} could
 * else take away and give back as that of other values, without a change of the version.
 */
final class TorchAnchor implements Anchor {
  private final HeldTensor tensor;
  private final HeldTensor memory;
  private final long bytes;
  private boolean released;

  private TorchAnchor(HeldTensor tensor, HeldTensor memory) {
    this.tensor = tensor;
    this.memory = memory;
    this.bytes = memory.storageBytes();
  }

  /** Null if the tensor has got other memory meanwhile. */
  static @Nullable TorchAnchor of(HeldTensor held, long address) {
    HeldTensor memory;
    try (Tensor detached = held.detach()) {
      memory = HeldTensor.of(detached);
    }
    if (memory == null) {
      return null;
    }
    HeldTensor tensor = Geometry.address(memory) == address ? HeldTensor.of(held) : null;
    if (tensor == null) {
      memory.close();
      return null;
    }
    return new TorchAnchor(tensor, memory);
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public synchronized boolean isAbandoned() {
    return released || tensor.use_count() == 1;
  }

  @Override
  public synchronized void release() {
    released = true;
    tensor.close();
    memory.close();
  }
}
