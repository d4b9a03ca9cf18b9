package dev.ndbind.numpy.internal.cpython;

import org.jspecify.annotations.Nullable;

/**
 * Lets threads run in Python, one at a time: the global interpreter lock. Functions that take long
 * and need no Python meanwhile, as most of NumPy's, give it to others.
 */
public final class Gil {
  private Gil() {}

  /**
   * What runs in Python.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  public interface Scope<T extends @Nullable Object> {
    /**
     * Runs.
     *
     * @param scratch memory of this thread
     * @return anything
     */
    T run(Scratch scratch);
  }

  /**
   * Runs something with the lock held. A thread may do so within another scope of its own.
   *
   * @param <T> the result
   * @param scope what to run
   * @return what it returns
   */
  public static <T extends @Nullable Object> T run(Scope<T> scope) {
    return Thread.currentThread().isVirtual()
        ? Pinned.run(scope)
        : held(scope, Attached.current().scratch);
  }

  static <T extends @Nullable Object> T held(Scope<T> scope, Scratch scratch) {
    int before = ThreadStates.ensure();
    long mark = scratch.mark();
    try {
      Releases.now();
      return scope.run(scratch);
    } finally {
      scratch.reset(mark);
      ThreadStates.release(before);
      Loans.giveBack();
    }
  }
}
