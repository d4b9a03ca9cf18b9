package dev.ndbind.numpy.internal.cpython;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a platform thread keeps from one use of Python to the next. Its thread state is one: to make
 * and delete one for each use takes ten times as long as all the rest.
 */
final class Attached {
  private static final ThreadLocal<Attached> CURRENT = ThreadLocal.withInitial(Attached::new);

  /** Threads with a state of ours. They are asked, since nothing tells of the end of a thread. */
  private static final List<Known> KNOWN = new ArrayList<>();

  final Scratch scratch = new Scratch(Arena.ofAuto());

  private record Known(Thread thread, long state) {}

  private Attached() {
    if (ThreadStates.ofThisThread() == 0) { // Threads that Python has made keep theirs.
      int _ = ThreadStates.ensure(); // Never undone: so the state stays.
      long state = ThreadStates.current();
      long interpreter = ThreadStates.interpreter();
      long _ = ThreadStates.save();
      deleteDead(interpreter, exchange(new Known(Thread.currentThread(), state)));
    }
  }

  static Attached current() {
    return CURRENT.get();
  }

  /** Adds a thread and removes those that have ended. */
  private static List<Long> exchange(Known added) {
    List<Long> dead = new ArrayList<>();
    synchronized (KNOWN) {
      for (Iterator<Known> known = KNOWN.iterator(); known.hasNext(); ) {
        Known one = known.next();
        if (!one.thread.isAlive()) {
          dead.add(one.state);
          known.remove();
        }
      }
      KNOWN.add(added);
    }
    return dead;
  }

  private static void deleteDead(long interpreter, List<Long> states) {
    if (!states.isEmpty()) {
      long[] dead = states.stream().mapToLong(Long::longValue).toArray();
      Thread.ofPlatform()
          .daemon()
          .name("ndbind-python-threads")
          .start(() -> ThreadStates.delete(interpreter, dead));
    }
  }

  /** How many threads have a state of ours, ended ones included. */
  static int count() {
    synchronized (KNOWN) {
      return KNOWN.size();
    }
  }
}
