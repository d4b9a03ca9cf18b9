package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls the deleters of tensors that were taken, each once, on a thread of its own: they may wait,
 * NumPy's for the GIL, and must hold up neither cleaners nor carriers of virtual threads.
 */
final class Deleters {
  private static final MethodHandle DELETER = deleter();
  private static final ThreadPoolExecutor EXECUTOR = executor();

  private Deleters() {}

  @SuppressWarnings("restricted") // A deleter's signature, as DLPack declares it.
  private static MethodHandle deleter() {
    return Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(JAVA_LONG));
  }

  private static ThreadPoolExecutor executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform()
                .daemon()
                .name("ndbind-dlpack")
                .inheritInheritableThreadLocals(false)
                .factory());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Calls a deleter soon; nothing is thrown. */
  static void later(Tensor tensor) {
    try {
      EXECUTOR.execute(() -> call(tensor));
    } catch (Error e) { // No memory for a thread or for the queue: the tensor is never given back.
      System.getLogger(Deleters.class.getName()).log(Level.ERROR, "a tensor was not deleted", e);
    }
  }

  /** Calls a deleter now. */
  static void call(Tensor tensor) {
    long deleter = tensor.deleter();
    if (deleter == 0) { // The producer has nothing to end.
      return;
    }
    try {
      DELETER.invokeExact(MemorySegment.ofAddress(deleter), tensor.address());
    } catch (Throwable e) {
      throw Memory.unexpected(e);
    }
  }
}
