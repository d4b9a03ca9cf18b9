package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt32Array;
import dev.ndbind.UInt64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Order;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {
  @ParameterizedTest
  @EnumSource
  void seesTensorsMadeOfBuffers(SharedType type) throws OrtException {
    try (OnnxTensor tensor = type.tensor(2, 3)) {
      assertSameElements(type, tensor);
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesResultsOfSessions(SharedType type) throws OrtException {
    try (OrtSession session = Model.identity(type.number);
        OnnxTensor x = type.tensor(2, 3);
        OnnxTensor y = Tensors.output(session, x)) {
      assertThat(Buffers.of(y)).isNull();
      assertSameElements(type, y);
    }
  }

  private static void assertSameElements(SharedType type, OnnxTensor tensor) throws OrtException {
    NumpyArray view = Onnx.view(tensor, type.arrayType);
    assertThat(view.dtype()).isEqualTo(type.dtype()).isEqualTo(Onnx.dtype(tensor));
    assertThat(view.shape()).containsExactly(2, 3);
    assertThat(view.isContiguous(Order.C)).isTrue();
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        assertThat(type.inArray(view, row, column))
            .as("[%d, %d]", row, column)
            .isEqualTo(type.inTensor(tensor, row, column));
      }
    }
  }

  /** The Java API shows them as signed. */
  @Test
  void seesUnsignedResultsWithTheirTrueValues() throws OrtException {
    try (OnnxTensor small = Tensors.of(new double[] {65535, 1});
        OnnxTensor large = Tensors.of(new double[] {4294967295.0, 1});
        OrtSession to16 = Model.cast(Model.DOUBLE, Model.UINT16);
        OrtSession to32 = Model.cast(Model.DOUBLE, Model.UINT32);
        OrtSession to64 = Model.cast(Model.DOUBLE, Model.UINT64);
        OnnxTensor as16 = Tensors.output(to16, small);
        OnnxTensor as32 = Tensors.output(to32, large);
        OnnxTensor as64 = Tensors.output(to64, large)) {
      assertThat(Onnx.view(as16, UInt16Array.class).get(0)).isEqualTo(65535);
      assertThat(Onnx.view(as32, UInt32Array.class).get(0)).isEqualTo(4294967295L);
      assertThat(Onnx.view(as64, UInt64Array.class).get(0)).isEqualTo(4294967295L);
    }
  }

  @Test
  void seesAnyDtypeAsNumpyArray() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[] {1, 2})) {
      assertThat(Onnx.view(tensor, NumpyArray.class)).isInstanceOf(Float32Array.class);
    }
  }

  @Test
  void seesRankZero() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(4.5f)) {
      Float32Array view = Onnx.view(tensor, Float32Array.class);
      assertThat(view.rank()).isZero();
      assertThat(view.get()).isEqualTo(4.5f);
    }
  }

  @Test
  void seesNoElements() throws OrtException {
    try (OrtSession session = Model.ones(Model.UINT8);
        OnnxTensor shape = Tensors.of(new long[] {2, 0, 3});
        OnnxTensor y = Tensors.output(session, shape)) {
      UInt8Array view = Onnx.view(y, UInt8Array.class);
      assertThat(view.shape()).containsExactly(2, 0, 3);
      assertThat(view.toArray()).isEmpty();
    }
  }

  @Test
  void sharesMemory() throws OrtException {
    FloatBuffer buffer = Tensors.counting(4);
    try (OnnxTensor tensor = Tensors.over(buffer, 2, 2)) {
      Float32Array view = Onnx.view(tensor, Float32Array.class);
      buffer.put(2, 9);
      assertThat(view.get(1, 0)).isEqualTo(9);
    }
  }

  /** Programs fill the buffer anew for each run, which moves its position. */
  @Test
  void beginsWhereTheTensorDoesWhereverItsBufferIs() throws OrtException {
    FloatBuffer buffer = Tensors.counting(10).position(3).limit(7);
    try (OnnxTensor tensor = Tensors.over(buffer, 2, 2)) {
      buffer.limit(10).position(9);
      assertThat(Onnx.view(tensor, Float32Array.class).toArray()).containsExactly(4, 5, 6, 7);
      assertThat(tensor.getFloatBuffer().array()).containsExactly(4, 5, 6, 7);
    }
  }

  @Test
  void cannotBeWritten() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[] {1, 2})) {
      Float32Array view = Onnx.view(tensor, Float32Array.class);
      assertThat(view.segment().isReadOnly()).isTrue();
      for (Float32Array derived : List.of(view, view.slice(0, 0, 1), view.reshape(1, 2))) {
        assertThat(derived.isWritable()).isFalse();
      }
      assertThatThrownBy(() -> view.set(0, 5)).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void refusesAnotherDtype() throws OrtException {
    try (OnnxTensor tensor = Tensors.of(new float[] {1, 2})) {
      assertThatThrownBy(() -> Onnx.view(tensor, Float64Array.class))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("tensor dtype is float32, expected float64");
    }
  }

  @Test
  void refusesNull() {
    assertThatThrownBy(() -> Onnx.view(null, Float32Array.class))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("tensor");
  }

  @Test
  void refusesClosedTensors() throws OrtException {
    OnnxTensor tensor = Tensors.of(new float[] {1, 2});
    tensor.close();
    assertThatThrownBy(() -> Onnx.view(tensor, Float32Array.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the tensor has been closed");
  }

  /** ONNX Runtime's own getters have no buffers of that size. */
  @Test
  void seesMoreThanTwoGibibytes() throws OrtException {
    Tensors.assumeRoom();
    try (OrtSession session = Model.ones(Model.UINT8);
        OnnxTensor shape = Tensors.of(new long[] {2, (1L << 30) + 1});
        OnnxTensor y = Tensors.output(session, shape)) {
      UInt8Array view = Onnx.view(y, UInt8Array.class);
      assertThat(view.size()).isEqualTo((1L << 31) + 2);
      assertThat(view.get(1, 1L << 30)).isEqualTo(1);
    }
  }
}
