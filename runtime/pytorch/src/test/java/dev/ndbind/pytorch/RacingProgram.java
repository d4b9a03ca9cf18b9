package dev.ndbind.pytorch;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Several threads call with wrappers of one tensor, while others close the wrapper of a call that
 * has begun, and the tensor's first. The last reference of all is that of a call.
 */
final class RacingProgram {
  private static final int TENSORS = 1_000;
  private static final int CALLERS = 4;
  private static final int SIZE = 64 << 10;
  private static final long LEAK = 128L << 20; // All tensors come to twice that.
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract CONTRACT = ArrayContract.of("x", DType.FLOAT32);

  private final Access access;
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final ExecutorService closers = Executors.newFixedThreadPool(CALLERS);

  private RacingProgram(Access access) {
    this.access = access;
  }

  /** With {@code JNI} or {@code STABLE}. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    RacingProgram program =
        new RacingProgram(arguments[0].equals("JNI") ? Access.JNI : Access.STABLE);
    program.race();
    long before = Pointer.physicalBytes();
    for (int tensor = 0; tensor < TENSORS; tensor++) {
      program.race();
    }
    long leaked = Pointer.physicalBytes() - before;
    if (leaked > LEAK) {
      throw new AssertionError("%d bytes more than before".formatted(leaked));
    }
    program.callers.shutdown();
    program.closers.shutdown();
  }

  private void race() throws InterruptedException, ExecutionException {
    Tensor tensor = torch.ones(SIZE);
    List<Future<?>> running = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      Tensor wrapper = new Tensor(tensor);
      running.add(callers.submit(() -> call(wrapper)));
    }
    tensor.close();
    for (Future<?> caller : running) {
      caller.get();
    }
  }

  private @Nullable Void call(Tensor wrapper) throws InterruptedException, ExecutionException {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(CONTRACT, TorchDescription.of(wrapper, access));
      Future<?> closing = closers.submit(wrapper::close);
      call.check();
      Float32Array array = argument.as(Float32Array.class);
      for (int i = 0; i < SIZE; i++) {
        if (array.get(i) != 1) {
          throw new AssertionError("[%d] is %s".formatted(i, array.get(i)));
        }
      }
      closing.get();
      return null;
    }
  }
}
