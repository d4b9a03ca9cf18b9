package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Closes tensors, and what they belong to, beneath views and calls. */
final class ClosingProgram {
  private static final int SIZE = 4 << 20;
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract CONTRACT = ArrayContract.of("x", DType.FLOAT32);

  private ClosingProgram() {}

  public static void main(String[] arguments) {
    overwriteFreedMemory();
    long handles = Pointer.totalCount();
    viewOutlivesTensor();
    sliceOutlivesView();
    viewOutlivesEagerSession();
    callOutlivesTensor();
    callOutlivesEagerSession();
    assertThat(References.collectUntil(() -> Pointer.totalCount() <= handles)).isTrue();
  }

  private static void viewOutlivesTensor() {
    TFloat32 tensor = counting();
    Float32Array view = TensorFlow.view(tensor, Float32Array.class);
    tensor.close();
    overwriteFreedMemory();
    assertCounting(view, 1);
  }

  private static void sliceOutlivesView() {
    TFloat32 tensor = counting();
    Float32Array slice = TensorFlow.view(tensor, Float32Array.class).slice(0, 0, SIZE, 2);
    tensor.close();
    overwriteFreedMemory();
    assertCounting(slice, 2);
  }

  private static void viewOutlivesEagerSession() {
    Float32Array view;
    try (EagerSession session = EagerSession.create()) {
      view = TensorFlow.view(eager(session), Float32Array.class);
    }
    overwriteFreedMemory();
    assertCounting(view, 1);
  }

  private static void callOutlivesTensor() {
    TFloat32 tensor = counting();
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(CONTRACT, TensorFlow.describe(tensor));
      call.check();
      tensor.close();
      overwriteFreedMemory();
      assertCounting(argument.as(Float32Array.class), 1);
    }
    assertThatThrownBy(tensor::numBytes).isInstanceOf(IllegalStateException.class);
  }

  private static void callOutlivesEagerSession() {
    try (Call call = METHOD.begin()) {
      Argument argument;
      try (EagerSession session = EagerSession.create()) {
        argument = call.argument(CONTRACT, TensorFlow.describe(eager(session)));
      }
      call.check();
      overwriteFreedMemory();
      assertCounting(argument.as(Float32Array.class), 1);
    }
  }

  private static TFloat32 eager(EagerSession session) {
    Ops tf = Ops.create(session);
    return tf.range(tf.constant(0f), tf.constant((float) SIZE), tf.constant(1f)).asTensor();
  }

  /** The numbers from 0, each of which a float holds exactly. */
  private static TFloat32 counting() {
    Float32Array numbers = Float32Array.zeros(SIZE);
    for (int i = 0; i < SIZE; i++) {
      numbers.set(i, i);
    }
    return TensorFlow.tensor(numbers);
  }

  private static void assertCounting(Float32Array array, int step) {
    for (int i = 0; i < array.shape(0); i++) {
      if (array.get(i) != i * step) {
        throw new AssertionError("[%d] is %s".formatted(i, array.get(i)));
      }
    }
  }

  private static void overwriteFreedMemory() {
    System.gc();
    TensorFlow.tensor(Float32Array.zeros(SIZE)).close();
  }
}
