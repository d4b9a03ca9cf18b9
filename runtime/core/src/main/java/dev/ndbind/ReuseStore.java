package dev.ndbind;

import dev.ndbind.internal.reuse.Store;

/**
 * Copies of tensors that are remembered from one call to the next, for parameters whose contract
 * says {@link dev.ndbind.annotation.Reuse#VERSION} or {@link dev.ndbind.annotation.Reuse#CONSTANT}.
 *
 * <p>There is one store for all, {@link #shared()}. A store of one's own bounds the copies of one
 * part of a program, or ends with it:
 *
 * {@snippet :
 * try (ReuseStore store = ReuseStore.ofBytes(512L << 20)) {
 *   double nearest = store.call(() -> SearchAdapter.nearest(index, query));
 * }
 * }
 *
 * <p><b>What is remembered.</b> Copies only, never views; by tensor, memory, layout and what the
 * copy is like. Under {@code VERSION} a copy serves as long as the framework's version counter of
 * the tensor stands still. What a counter does not see, a store does not see either: the bridge
 * says what that is, and its {@code invalidate} method makes all stores forget a tensor.
 *
 * <p><b>Memory.</b> A copy, and the memory of its tensor, are held until there is no room for them
 * in the store, the tensor is invalidated, or nobody else holds the tensor any more: that is looked
 * for every second. Copies also go when native memory runs out.
 *
 * <p>All methods may be called from any thread.
 */
public final class ReuseStore implements AutoCloseable {
  private static final ReuseStore SHARED = new ReuseStore(Store.SHARED);

  private final Store store;

  private ReuseStore(Store store) {
    this.store = store;
  }

  /**
   * The store of all calls that are made in no other store's {@link #run}.
   *
   * @return the same store always, whose bound is a quarter of the maximum heap unless {@link
   *     #limit} changes it
   */
  public static ReuseStore shared() {
    return SHARED;
  }

  /**
   * Makes a store.
   *
   * @param maxBytes the bound: of copies together with the memory of their tensors
   * @return an empty store
   * @throws IllegalArgumentException if the bound is negative
   */
  public static ReuseStore ofBytes(long maxBytes) {
    return new ReuseStore(new Store(checked(maxBytes)));
  }

  private static long checked(long maxBytes) {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("negative bound: " + maxBytes);
    }
    return maxBytes;
  }

  /**
   * Changes the bound. If there is too much, copies are forgotten at once.
   *
   * @param maxBytes of copies together with the memory of their tensors; 0 remembers nothing
   * @throws IllegalArgumentException if the bound is negative
   */
  public void limit(long maxBytes) {
    store.limit(checked(maxBytes));
  }

  /**
   * Runs something whose calls remember copies here.
   *
   * @param body runs once, on this thread; threads that it starts use the shared store
   */
  public void run(Runnable body) {
    ScopedValue.where(Store.CURRENT, store).run(body);
  }

  /**
   * Computes something whose calls remember copies here.
   *
   * @param <T> the type of the result
   * @param <X> the type of the exceptions thrown
   * @param body runs once, on this thread; threads that it starts use the shared store
   * @return what the body returns
   * @throws X if the body does
   */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> body) throws X {
    return ScopedValue.where(Store.CURRENT, store).call(body);
  }

  /**
   * What happened so far.
   *
   * @return counters and sizes at this moment; other threads may change one while another is read
   */
  public ReuseStatistics statistics() {
    Store.Counts now = store.counts();
    return new ReuseStatistics(
        now.hits(), now.misses(), now.evictions(), now.copies(), now.bytes());
  }

  /** Forgets all copies. Those that a call uses now are freed when it returns. */
  public void clear() {
    store.clear();
  }

  /** Forgets all copies, and remembers none any more. */
  @Override
  public void close() {
    limit(0);
  }
}
