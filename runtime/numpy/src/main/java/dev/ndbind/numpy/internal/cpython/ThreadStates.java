package dev.ndbind.numpy.internal.cpython;

import java.lang.invoke.MethodHandle;

/** What CPython keeps for each thread, and the GIL itself. */
final class ThreadStates {
  private static final MethodHandle ENSURE = Library.function("PyGILState_Ensure", "I");
  private static final MethodHandle RELEASE = Library.function("PyGILState_Release", "VI");
  private static final MethodHandle OF_THIS_THREAD =
      Library.quick("PyGILState_GetThisThreadState", "L");
  private static final MethodHandle CURRENT = Library.quick("PyThreadState_Get", "L");
  private static final MethodHandle INTERPRETER = Library.quick("PyInterpreterState_Get", "L");
  private static final MethodHandle SAVE = Library.function("PyEval_SaveThread", "L");
  private static final MethodHandle RESTORE = Library.function("PyEval_RestoreThread", "VL");
  private static final MethodHandle NEW = Library.function("PyThreadState_New", "LL");
  private static final MethodHandle CLEAR = Library.function("PyThreadState_Clear", "VL");
  private static final MethodHandle DELETE = Library.function("PyThreadState_Delete", "VL");
  private static final MethodHandle DELETE_CURRENT =
      Library.function("PyThreadState_DeleteCurrent", "V");

  private ThreadStates() {}

  /** Takes the GIL, if this thread does not have it. */
  static int ensure() {
    return Invoke.toInt(ENSURE);
  }

  /** Undoes {@link #ensure}. */
  static void release(int before) {
    Invoke.toVoid(RELEASE, before);
  }

  /** The state that this thread has already; 0 if none. */
  static long ofThisThread() {
    return Invoke.toLong(OF_THIS_THREAD);
  }

  /** The state of the thread that has the GIL, which is this one. */
  static long current() {
    return Invoke.toLong(CURRENT);
  }

  /** The one interpreter; with the GIL. */
  static long interpreter() {
    return Invoke.toLong(INTERPRETER);
  }

  /** Gives the GIL away. */
  static long save() {
    return Invoke.toLong(SAVE);
  }

  /** Takes the GIL with a state of this thread's. */
  static void restore(long state) {
    Invoke.toVoid(RESTORE, state);
  }

  /** Deletes states of threads that have ended, on a thread that has none and soon ends. */
  static void delete(long interpreter, long[] dead) {
    long own = Invoke.toLong(NEW, interpreter);
    restore(own);
    for (long state : dead) {
      Invoke.toVoid(CLEAR, state); // This may run Python: before the first one is deleted,
    }
    Invoke.toVoid(CLEAR, own);
    for (long state : dead) {
      Invoke.toVoid(DELETE, state); // since that makes CPython forget which state is this thread's.
    }
    Invoke.toVoid(DELETE_CURRENT);
  }
}
