package dev.ndbind.internal.memory;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lends native memory for copies. Memory that is new costs a multiple of the copy: the system has
 * to find and clear its pages.
 *
 * <p>What comes back is kept for the next borrower, up to a limit, and freed when nobody has wanted
 * it for some seconds. {@code -XX:MaxDirectMemorySize} bounds all of it: the JVM bounds small
 * blocks together with all else that it counts, {@link Budget} bounds large ones by themselves.
 */
public final class BlockPool {
  /** For how long memory is kept without being used. */
  static final int IDLE_SECONDS = 5;

  /** In milliseconds: about as long in all as the JVM waits for direct buffers. */
  private static final long LONGEST_WAIT = 256;

  private static final int CLASSES = 4 * Long.SIZE;
  private static final long SMALLEST = 64;

  /** The pool for all copies of arguments. */
  public static final BlockPool SHARED = new BlockPool(Runtime.getRuntime().maxMemory() / 8);

  /** Idle memory by class of size, what came back last first. */
  private final List<ConcurrentLinkedDeque<Chunk>> idle;

  private final AtomicLong idleBytes = new AtomicLong();
  private final long maxIdleBytes;
  private final Housekeeper housekeeper = new Housekeeper(this::age);
  private final List<Runnable> reserves = new CopyOnWriteArrayList<>();

  /** Seconds in which there was idle memory. */
  private volatile long time;

  /**
   * An empty pool.
   *
   * @param maxIdleBytes how much memory that nobody uses may be kept
   */
  BlockPool(long maxIdleBytes) {
    this.maxIdleBytes = maxIdleBytes;
    this.idle = Stream.generate(ConcurrentLinkedDeque<Chunk>::new).limit(CLASSES).toList();
  }

  /**
   * Lends memory with any content.
   *
   * @param bytes how much; 0 gives an address that must not be read
   * @return a block of at least that size, to be released
   * @throws OutOfMemoryError if there is not enough, also without the memory that is idle
   */
  public Block borrow(long bytes) {
    Chunk used = takeIdle(bytes);
    return new Block(this, used == null ? allocate(bytes) : used);
  }

  /**
   * Lends memory filled with zeros.
   *
   * @param bytes how much; 0 gives an address that must not be read
   * @return a block of at least that size, to be released
   * @throws OutOfMemoryError if there is not enough, also without the memory that is idle
   */
  public Block borrowZeros(long bytes) {
    Chunk used = takeIdle(bytes);
    if (used != null) {
      used.fill((byte) 0);
    }
    return new Block(this, used == null ? allocate(bytes) : used); // What is new has zeros.
  }

  private @Nullable Chunk takeIdle(long bytes) {
    Chunk chunk = idle.get(sizeClass(bytes)).pollFirst();
    if (chunk != null) {
      idleBytes.addAndGet(-chunk.bytes);
    }
    return chunk;
  }

  private Chunk allocate(long bytes) {
    long held = classBytes(sizeClass(bytes));
    try {
      return new Chunk(held);
    } catch (OutOfMemoryError _) {
      makeRoom();
      return afterCollection(held);
    }
  }

  /** Arrays that nobody reaches give their memory back once a collection has found them. */
  private Chunk afterCollection(long bytes) {
    System.gc();
    for (long wait = 1; ; wait *= 2) {
      try {
        return new Chunk(bytes);
      } catch (OutOfMemoryError e) {
        if (wait > LONGEST_WAIT || bytes > Budget.SHARED.most()) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wait));
        makeRoom();
      }
    }
  }

  /** Frees all memory that nobody uses now, for somebody who finds none. */
  private void makeRoom() {
    reserves.forEach(Runnable::run);
    freeIdle(0);
  }

  /**
   * Names something that can release blocks when memory runs out.
   *
   * @param release called on a thread that wants memory
   */
  public void addReserve(Runnable release) {
    reserves.add(release);
  }

  void takeBack(Chunk chunk) {
    if (Lease.isChecked()) {
      chunk.fill((byte) 0xFF); // Who still reads the memory notices: this is no number.
    }
    if (idleBytes.addAndGet(chunk.bytes) > maxIdleBytes) {
      idleBytes.addAndGet(-chunk.bytes);
      chunk.free();
      return;
    }
    chunk.idleSince = time;
    idle.get(sizeClass(chunk.bytes)).addFirst(chunk);
    housekeeper.wake();
  }

  /** Frees what has been idle for long; by one thread at a time. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // See above.
  boolean age() {
    time++;
    freeIdle(IDLE_SECONDS);
    return idleBytes.get() > 0;
  }

  private void freeIdle(int seconds) {
    long since = time - seconds;
    for (ConcurrentLinkedDeque<Chunk> chunks : idle) {
      Chunk chunk = chunks.pollLast();
      while (chunk != null && chunk.idleSince <= since) {
        idleBytes.addAndGet(-chunk.bytes);
        chunk.free();
        chunk = chunks.pollLast();
      }
      if (chunk != null) {
        chunks.addLast(chunk);
      }
    }
  }

  /**
   * How much memory waits for a borrower.
   *
   * @return bytes
   */
  public long idleBytes() {
    return idleBytes.get();
  }

  /** Four classes for each power of two, so that at most a fifth of the memory is not asked for. */
  static int sizeClass(long bytes) {
    long last = Math.max(bytes, SMALLEST) - 1;
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(last);
    return 4 * exponent + (int) (last >>> (exponent - 2) & 3);
  }

  /** The size of all memory of a class. */
  static long classBytes(int sizeClass) {
    int exponent = sizeClass / 4;
    return Math.multiplyExact(5L + sizeClass % 4, 1L << (exponent - 2));
  }
}
