package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
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
import java.util.concurrent.atomic.AtomicLong;

/** Closes each of many results on one thread while others begin calls with it. */
final class RacingProgram {
  private static final int TENSORS = 400;
  private static final int CALLERS = 3;
  private static final int SIZE = 64 << 10;
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract CONTRACT = ArrayContract.of("x", DType.FLOAT32);

  private RacingProgram() {}

  public static void main(String[] arguments)
      throws InterruptedException, ExecutionException, OrtException {
    AtomicLong calls = new AtomicLong();
    SessionOptions options = new SessionOptions();
    options.setCPUArenaAllocator(false); // Each result has memory of its own.
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        OrtSession session = Model.identity(Model.FLOAT, options);
        OnnxTensor x = Tensors.over(Tensors.counting(SIZE), SIZE)) {
      for (int tensor = 0; tensor < TENSORS; tensor++) {
        race(Tensors.output(session, x), callers, calls);
      }
    }
    if (calls.get() < TENSORS) {
      throw new AssertionError("only %d calls came before a close".formatted(calls.get()));
    }
  }

  private static void race(OnnxTensor tensor, ExecutorService callers, AtomicLong calls)
      throws InterruptedException, ExecutionException {
    long before = calls.get();
    List<Future<?>> running = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      running.add(callers.submit(() -> callUntilClosed(tensor, calls)));
    }
    while (calls.get() == before) {
      Thread.onSpinWait();
    }
    tensor.close();
    for (Future<?> caller : running) {
      caller.get();
    }
  }

  private static void callUntilClosed(OnnxTensor tensor, AtomicLong calls) {
    try {
      while (true) {
        call(tensor);
        calls.incrementAndGet();
      }
    } catch (IllegalStateException closed) {
      if (!closed.getMessage().equals("Kernel.run: x has been closed")) {
        throw closed;
      }
    }
  }

  private static void call(OnnxTensor tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(CONTRACT, Onnx.describe(tensor));
      call.check();
      Float32Array array = argument.as(Float32Array.class);
      for (int i = 0; i < SIZE; i += 1024) {
        if (array.get(i) != i + 1) {
          throw new AssertionError("[%d] is %s".formatted(i, array.get(i)));
        }
      }
    }
  }
}
