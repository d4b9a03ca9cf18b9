package dev.ndbind.numpy.internal.cpython;

import dev.ndbind.numpy.internal.install.Installation;
import dev.ndbind.numpy.internal.install.RefusedException;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread that starts Python, and therefore is its main thread for ever. Later it gives back
 * references and memory when nobody else happens to come along.
 */
public final class Caretaker {
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static volatile @Nullable Thread thread;
  private static volatile boolean isIdle;

  private Caretaker() {}

  /**
   * Starts the interpreter.
   *
   * @param installation which
   * @throws RefusedException if it does not start
   */
  public static void start(Installation installation) throws RefusedException {
    CompletableFuture<Long> state = new CompletableFuture<>();
    Thread started =
        Thread.ofPlatform()
            .daemon()
            .name("ndbind-python")
            .inheritInheritableThreadLocals(false)
            .unstarted(() -> run(installation, state));
    thread = started;
    started.start();
    await(state);
  }

  /**
   * Whether another interpreter may be tried after a failure.
   *
   * @return false once one has been loaded, which cannot be undone
   */
  public static boolean canRetry() {
    return !Library.isOpen();
  }

  private static void await(CompletableFuture<Long> state) throws RefusedException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          long _ = state.get();
          return;
        } catch (InterruptedException _) { // Half a start cannot be undone.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new RefusedException("Python does not start: " + e.getCause(), e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever it is, the thread that waits wants to know.
  private static void run(Installation installation, CompletableFuture<Long> started) {
    long state;
    try {
      state = Startup.run(installation);
    } catch (Exception | LinkageError e) {
      started.completeExceptionally(e);
      return;
    }
    started.complete(state);
    care(state);
  }

  @SuppressWarnings("InfiniteLoopStatement") // As long as the process lives.
  private static void care(long state) {
    while (true) {
      isIdle = true;
      while (!Releases.isPending() && !Loans.isEnded()) {
        LockSupport.park(Caretaker.class);
      }
      isIdle = false;
      LockSupport.parkNanos(Caretaker.class, BATCH_NANOS); // Somebody may do it, and there is more.
      if (Releases.isPending()) {
        ThreadStates.restore(state);
        Releases.now();
        long _ = ThreadStates.save();
      }
      Loans.giveBack();
    }
  }

  static void wake() {
    if (isIdle) {
      LockSupport.unpark(thread);
    }
  }

  static void report(Throwable e) {
    System.getLogger(Caretaker.class.getName()).log(Level.ERROR, "memory was not given back", e);
  }
}
