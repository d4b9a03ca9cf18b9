package dev.ndbind.internal.reuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.ndbind.internal.memory.Block;
import dev.ndbind.internal.memory.BlockPool;
import dev.ndbind.internal.memory.Housekeeper;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers copies up to a bound. Which ones stay when there is no room for all is Caffeine's
 * choice; that none is handed out which does not hold what the tensor holds is decided here, by the
 * key and the version.
 */
public final class Store {
  /** In place of a version: any will do, since the caller does not write to the tensor. */
  public static final long ANY_VERSION = Long.MIN_VALUE;

  /** The store of the calls made in this scope, if it is another than the shared one. */
  public static final ScopedValue<Store> CURRENT = ScopedValue.newInstance();

  /** The store of all other calls. */
  public static final Store SHARED = new Store(Runtime.getRuntime().maxMemory() / 4);

  /** Caffeine's weights are ints. */
  private static final int UNIT = 1024;

  /** The stores that hold something. */
  private static final Set<Store> STORES = ConcurrentHashMap.newKeySet();

  /** Grows whenever something is invalidated, in any store. */
  private static final AtomicLong INVALIDATIONS = new AtomicLong();

  static {
    BlockPool.SHARED.addReserve(() -> STORES.forEach(Store::clear));
  }

  /**
   * Counters and sizes.
   *
   * @param hits copies found
   * @param misses copies not found, or no longer right
   * @param evictions copies given up for want of room
   * @param copies there now
   * @param bytes what the bound counts
   */
  public record Counts(long hits, long misses, long evictions, long copies, long bytes) {}

  private final Cache<Key, Remembered> cache;
  private final Housekeeper housekeeper = new Housekeeper(this::sweep);
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder evictions = new LongAdder();
  private final AtomicLong bytes = new AtomicLong();

  /**
   * An empty store.
   *
   * @param maxBytes of copies, and of the tensors' memory that they keep
   */
  public Store(long maxBytes) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(units(maxBytes))
            .weigher((Key _, Remembered copy) -> weight(copy))
            .executor(Runnable::run) // Memory is given back by whoever makes it superfluous.
            .removalListener(this::removed)
            .build();
  }

  /**
   * The store for a call made now.
   *
   * @return the scope's own, or the shared one
   */
  public static Store current() {
    return CURRENT.orElse(SHARED);
  }

  private static long units(long bytes) {
    return bytes / UNIT;
  }

  private static int weight(Remembered copy) {
    return (int) Math.min(Integer.MAX_VALUE, units(copy.bytes()) + 1);
  }

  private void removed(@Nullable Key key, @Nullable Remembered copy, RemovalCause cause) {
    if (copy != null) {
      bytes.addAndGet(-copy.bytes());
      if (cause.wasEvicted()) {
        evictions.increment();
      }
      copy.release();
    }
  }

  /**
   * Looks for a copy.
   *
   * @param key what it must be a copy of, and how
   * @param version the tensor's now, or {@link #ANY_VERSION}
   * @return the copy, to be released; null if none is remembered that is still right
   */
  public @Nullable Block find(Key key, long version) {
    Remembered copy = cache.getIfPresent(key);
    boolean isRight = copy != null && (version == ANY_VERSION || version == copy.version());
    if (copy != null && isRight && copy.block().tryRetain()) {
      hits.increment();
      return copy.block();
    }
    misses.increment();
    return null;
  }

  /**
   * What {@link #keep} must be told, taken before the tensor is read.
   *
   * @return changes when anything is invalidated
   */
  public static long invalidations() {
    return INVALIDATIONS.get();
  }

  /**
   * Remembers a copy, as one more holder of its block, unless something was invalidated since the
   * tensor was read.
   *
   * @param key what it is a copy of, and how
   * @param block the copy
   * @param version the tensor's when it was copied
   * @param invalidations at that time
   * @param hold holds the tensor, if this is its first copy
   */
  public void keep(
      Key key,
      Block block,
      long version,
      long invalidations,
      Supplier<Origin.@Nullable Held> hold) {
    Origin origin = Origin.of(key.tensor(), key.address(), hold);
    if (origin == null) {
      return;
    }
    block.tryRetain(); // The caller holds it.
    Remembered copy = new Remembered(block, version, origin);
    bytes.addAndGet(copy.bytes());
    cache.put(key, copy);
    STORES.add(this);
    housekeeper.wake();
    if (invalidations != invalidations()) {
      cache.asMap().remove(key, copy);
    }
  }

  /**
   * Forgets copies, in all stores.
   *
   * @param which of them
   */
  public static void invalidate(Predicate<Key> which) {
    INVALIDATIONS.incrementAndGet();
    STORES.forEach(store -> store.cache.asMap().keySet().removeIf(which));
  }

  /** Forgets all copies. */
  public void clear() {
    cache.invalidateAll();
  }

  /** Forgets the copies of tensors that nobody else holds; returns whether any are left. */
  private boolean sweep() {
    cache.asMap().values().removeIf(copy -> copy.origin().isAbandoned());
    cache.cleanUp();
    boolean holdsSome = !cache.asMap().isEmpty();
    if (!holdsSome) {
      STORES.remove(this);
      holdsSome = !cache.asMap().isEmpty(); // Something may have come in between.
      if (holdsSome) {
        STORES.add(this);
      }
    }
    return holdsSome;
  }

  /**
   * Changes the bound.
   *
   * @param maxBytes of copies, and of the tensors' memory that they keep
   */
  public void limit(long maxBytes) {
    cache.policy().eviction().orElseThrow().setMaximum(units(maxBytes));
  }

  /**
   * What happened so far.
   *
   * @return counters and sizes at this moment
   */
  public Counts counts() {
    return new Counts(hits.sum(), misses.sum(), evictions.sum(), cache.asMap().size(), bytes.get());
  }
}
