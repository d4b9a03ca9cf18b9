package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.lang.ref.WeakReference;
import java.nio.FloatBuffer;

/** Closes tensors, and what they belong to, beneath views and calls. */
final class ClosingProgram {
  private static final int SIZE = 4 << 20;
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract CONTRACT = ArrayContract.of("x", DType.FLOAT32);

  private ClosingProgram() {}

  public static void main(String[] arguments) throws OrtException {
    viewOutlivesResultAndSession();
    sliceOutlivesView();
    viewOutlivesTensorAndBuffer();
    callOutlivesTensor();
    arrayIsFreedWithItsTensor();
  }

  /** What a session makes of the numbers from 1, each of which a float holds exactly. */
  private static OnnxTensor output(OrtSession session) throws OrtException {
    try (OnnxTensor x = Tensors.over(Tensors.counting(SIZE), SIZE)) {
      return Tensors.output(session, x);
    }
  }

  private static void viewOutlivesResultAndSession() throws OrtException {
    Float32Array view;
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Tensors.over(Tensors.counting(SIZE), SIZE);
        OrtSession.Result result = Tensors.run(session, x)) {
      view = Onnx.view((OnnxTensor) result.get(0), Float32Array.class);
    }
    overwriteFreedMemory();
    assertCounting(view, 1);
  }

  private static void sliceOutlivesView() throws OrtException {
    Float32Array slice;
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor y = output(session)) {
      slice = Onnx.view(y, Float32Array.class).slice(0, 0, SIZE, 2);
    }
    overwriteFreedMemory();
    assertCounting(slice, 2);
  }

  private static void viewOutlivesTensorAndBuffer() throws OrtException {
    Float32Array view;
    try (OnnxTensor tensor = Tensors.over(Tensors.counting(SIZE), SIZE)) {
      view = Onnx.view(tensor, Float32Array.class);
    }
    overwriteFreedMemory();
    assertCounting(view, 1);
  }

  private static void callOutlivesTensor() throws OrtException {
    OrtSession session = Model.identity(Model.FLOAT);
    OnnxTensor tensor = output(session);
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(CONTRACT, Onnx.describe(tensor));
      call.check();
      tensor.close();
      session.close();
      overwriteFreedMemory();
      assertCounting(argument.as(Float32Array.class), 1);
    }
  }

  /** The tensor is what keeps it, and nothing keeps the tensor. */
  private static void arrayIsFreedWithItsTensor() {
    Float32Array array = Float32Array.zeros(SIZE);
    OnnxTensor tensor = Onnx.tensor(array);
    WeakReference<Float32Array> reachable = new WeakReference<>(array);
    array = null;
    tensor.close();
    tensor = null;
    if (!Tensors.collectUntil(() -> reachable.refersTo(null))) {
      throw new AssertionError("the array is still reachable");
    }
  }

  private static void assertCounting(Float32Array array, int step) {
    for (int i = 0; i < array.shape(0); i++) {
      if (array.get(i) != i * step + 1) {
        throw new AssertionError("[%d] is %s".formatted(i, array.get(i)));
      }
    }
  }

  private static void overwriteFreedMemory() throws OrtException {
    System.gc();
    FloatBuffer buffer = Tensors.counting(SIZE);
    for (int i = 0; i < SIZE; i++) {
      buffer.put(i, -1);
    }
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Tensors.over(buffer, SIZE)) {
      Tensors.run(session, x).close();
    }
  }
}
