package dev.ndbind.numpy.internal.cpython;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads in Python. One that waited for something while it holds the GIL could go on with
 * another carrier, which does not hold it: the process would end. So they run in a function that is
 * called from C, on whose frame a virtual thread stays with its carrier.
 *
 * <p>Who waits for a carrier's turn waits here, in Java, where other virtual threads can run.
 */
final class Pinned {
  /** Calls its fifth argument with the first two, once, if told that there is one element. */
  private static final MethodHandle BSEARCH = Library.system("bsearch", "LLLLLL");

  private static final long CALLBACK =
      Library.callback(
          MethodHandles.lookup(),
          "run",
          MethodType.methodType(int.class, long.class, long.class),
          "ILL");

  /** One carrier, where there are several, stays for those who hold what others wait for. */
  private static final Semaphore CARRIERS =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  private static final Map<Long, Task<?>> TASKS = new ConcurrentHashMap<>();
  private static final AtomicLong IDS = new AtomicLong();

  /** Whether this virtual thread is in Python already. */
  private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

  private Pinned() {}

  static <T extends @Nullable Object> T run(Gil.Scope<T> scope) {
    Task<T> task = new Task<>(scope);
    if (INSIDE.get() != null) {
      task.run();
      return task.result();
    }
    CARRIERS.acquireUninterruptibly();
    try {
      pinned(task);
    } finally {
      CARRIERS.release();
    }
    return task.result();
  }

  private static void pinned(Task<?> task) {
    long id = IDS.incrementAndGet();
    TASKS.put(id, task);
    INSIDE.set(true);
    try {
      long _ = Invoke.toLong(BSEARCH, id, id, 1, 1, CALLBACK);
    } finally {
      INSIDE.remove();
      TASKS.remove(id);
    }
  }

  @SuppressWarnings("unused") // C calls it; nothing may be thrown here.
  private static int run(long id, long same) {
    Task<?> task = TASKS.get(id);
    if (task != null) {
      task.run();
    }
    return 0;
  }

  private static final class Task<T extends @Nullable Object> {
    private final Gil.Scope<T> scope;
    private @Nullable T result;
    private @Nullable Throwable thrown;

    Task(Gil.Scope<T> scope) {
      this.scope = scope;
    }

    void run() {
      try (Arena arena = Arena.ofConfined()) {
        result = Gil.held(scope, new Scratch(arena));
      } catch (Throwable e) {
        thrown = e;
      }
    }

    @SuppressWarnings("NullAway") // Null if the scope returned it.
    T result() {
      Throwable failure = thrown;
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure != null) {
        throw (Error) Objects.requireNonNull(failure); // A scope declares no other exceptions.
      }
      return result;
    }
  }
}
