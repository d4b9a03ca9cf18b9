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
    this.pointer = reference;
    this.cleanable = CLEANER.register(this, new Release(reference));
  }

  private record Release(long pointer) implements Runnable {
    @Override
    public void run() {
      Releases.later(pointer);
    }
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
