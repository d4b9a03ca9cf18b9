package dev.ndbind.internal.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Memory borrowed from a {@link BlockPool}, which gets it back when the last holder releases it.
 * The borrower is the first holder.
 */
public final class Block {
  private static final VarHandle HOLDERS = holders();

  private final BlockPool pool;
  private final Chunk chunk;
  private int holders = 1;

  Block(BlockPool pool, Chunk chunk) {
    this.pool = pool;
    this.chunk = chunk;
  }

  private static VarHandle holders() {
    try {
      return MethodHandles.lookup().findVarHandle(Block.class, "holders", int.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the field is right here", e);
    }
  }

  /**
   * Where the memory begins.
   *
   * @return the absolute address of the first byte, a multiple of 64
   */
  public long address() {
    return chunk.address;
  }

  /**
   * How large the memory is.
   *
   * @return bytes, at least as many as were asked for
   */
  public long bytes() {
    return chunk.bytes;
  }

  /**
   * Becomes one more holder.
   *
   * @return false if the last one has released it already
   */
  public boolean tryRetain() {
    int now = (int) HOLDERS.getVolatile(this);
    while (now > 0 && !HOLDERS.compareAndSet(this, now, now + 1)) {
      now = (int) HOLDERS.getVolatile(this);
    }
    return now > 0;
  }

  /** Gives up holding it; each holder does so once. */
  public void release() {
    int before = (int) HOLDERS.getAndAdd(this, -1);
    if (before <= 0) {
      throw new IllegalStateException("released more often than held");
    }
    if (before == 1) {
      pool.takeBack(chunk);
    }
  }
}
