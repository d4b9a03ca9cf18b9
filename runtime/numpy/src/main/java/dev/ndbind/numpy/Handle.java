package dev.ndbind.numpy;

import dev.ndbind.numpy.internal.cpython.CPython;
import dev.ndbind.numpy.internal.cpython.Releases;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/** A reference to an object of Python's, given back when it is closed or no longer reachable. */
final class Handle {
  private static final Cleaner CLEANER =
      Cleaner.create(
          Thread.ofPlatform()
              .daemon()
              .name("ndbind-python-cleaner")
              .inheritInheritableThreadLocals(false)
              .factory());

  private final long pointer;
  private final Cleaner.Cleanable cleanable;
  private volatile boolean closed;

  /** Takes over a new reference. */
  Handle(long reference) {
    this(reference, () -> CPython.decRef(reference));
  }

  /** Takes over an array that is lent. */
  Handle(Loan loan) {
    this(loan.ndarray(), loan::end);
  }

  private Handle(long pointer, Runnable giveBack) {
    this.pointer = pointer;
    this.cleanable = CLEANER.register(this, () -> Releases.later(giveBack));
  }

  /**
   * One reference more; with the GIL. While this thread has it, nobody gives one back.
   *
   * @throws IllegalStateException if the handle is closed
   */
  long borrow() {
    try {
      if (closed) {
        throw new IllegalStateException("the Python object has been closed");
      }
      CPython.incRef(pointer);
      return pointer;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  void close() {
    closed = true;
    cleanable.clean();
  }
}
