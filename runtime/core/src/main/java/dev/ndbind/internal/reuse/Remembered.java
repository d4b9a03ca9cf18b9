package dev.ndbind.internal.reuse;

import dev.ndbind.internal.memory.Block;

/**
 * A copy that a store holds.
 *
 * @param block where it is
 * @param version the tensor's, when it was copied
 * @param origin the tensor
 */
record Remembered(Block block, long version, Origin origin) {

  /** What the store's bound counts. */
  long bytes() {
    return block.bytes() + origin.bytes();
  }

  void release() {
    block.release();
    origin.release();
  }
}
