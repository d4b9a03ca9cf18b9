package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies remembered across calls, for methods whose caller promises not to write. */
class ReuseTest {
  private static final MethodContract METHOD = MethodContract.of("Reading.sum");
  private static final ArrayContract CALL =
      ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract VERSION = CALL.reuse(Reuse.VERSION);
  private static final ArrayContract CONSTANT = CALL.reuse(Reuse.CONSTANT);

  private final ReuseStore store = ReuseStore.ofBytes(64 << 20);

  @AfterEach
  void close() {
    store.close();
  }

  private double[] read(ArrayContract contract, OnnxTensor tensor) {
    return store.call(() -> {
      try (Call call = METHOD.begin()) {
        Argument argument = call.argument(contract, Onnx.describe(tensor));
        call.check();
        return argument.as(Float64Array.class).toArray();
      }
    });
  }

  private void assertRead(int hits, OnnxTensor tensor, double... expected) {
    ReuseStatistics before = store.statistics();
    assertThat(read(CONSTANT, tensor)).containsExactly(expected);
    assertThat(store.statistics().hits() - before.hits()).isEqualTo(hits);
    assertThat(store.statistics().misses() - before.misses()).isEqualTo(1 - hits);
  }

  @Test
  void convertsATensorOnce() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[] {1, 2})) {
      assertRead(0, tensor, 1, 2);
      assertRead(1, tensor, 1, 2);
    }
  }

  /** There is no counter that tells of writes. */
  @Test
  void remembersNothingByVersion() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[] {1, 2})) {
      read(VERSION, tensor);
      read(VERSION, tensor);
      assertThat(store.statistics()).isEqualTo(new ReuseStatistics(0, 0, 0, 0, 0));
    }
  }

  @Test
  void aWriteIsSeenWhenTheTensorIsInvalidated() throws OrtException {
    FloatBuffer buffer = Tensors.counting(2);
    try (OnnxTensor tensor = Tensors.over(buffer, 2);
        OnnxTensor other = Tensors.of(new float[] {1, 2})) {
      assertRead(0, tensor, 1, 2);
      assertRead(0, other, 1, 2);
      buffer.put(0, 9);
      assertRead(1, tensor, 1, 2); // The promise was broken.
      Onnx.invalidate(tensor);
      assertRead(0, tensor, 9, 2);
      assertRead(1, other, 1, 2);
    }
  }

  @Test
  void invalidatingReachesAllThatSharesTheMemory() throws OrtException {
    FloatBuffer buffer = Tensors.counting(4);
    try (OnnxTensor part = Tensors.over(buffer.slice(2, 2), 2);
        OnnxTensor all = Tensors.over(buffer, 4)) {
      assertRead(0, part, 3, 4);
      Onnx.invalidate(all);
      assertRead(0, part, 3, 4);
    }
  }

  /** The same address, layout and dtype. */
  @Test
  void anotherTensorOverTheMemoryIsAnother() throws OrtException {
    FloatBuffer buffer = Tensors.counting(2);
    try (OnnxTensor tensor = Tensors.over(buffer, 2)) {
      assertRead(0, tensor, 1, 2);
    }
    buffer.put(0, 9);
    try (OnnxTensor tensor = Tensors.over(buffer, 2)) {
      assertRead(0, tensor, 9, 2);
    }
  }

  @Test
  void forgetsClosedTensors() throws OrtException {
    OnnxTensor tensor = Tensors.of(new float[] {1, 2});
    assertRead(0, tensor, 1, 2);
    tensor.close();
    assertThat(Tensors.collectUntil(() -> store.statistics().copies() == 0)).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> read(CONSTANT, tensor));
    assertThatIllegalStateException()
        .isThrownBy(() -> Onnx.invalidate(tensor))
        .withMessage("the tensor has been closed");
  }

  @Test
  void forgetsDroppedTensors() throws OrtException {
    assertRead(0, Tensors.of(new float[] {1, 2}), 1, 2);
    assertThat(Tensors.collectUntil(() -> store.statistics().copies() == 0)).isTrue();
  }

  @Test
  void whatIsNeverConvertedCanBeInvalidated() throws OrtException {
    try (OnnxTensor text = Tensors.of("text");
        OnnxTensor empty = SharedType.FLOAT32.tensor(0)) {
      Onnx.invalidate(text);
      Onnx.invalidate(empty);
    }
  }
}
