package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.ndbind.Complex128Array;
import dev.ndbind.Complex64Array;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt32Array;
import dev.ndbind.UInt64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.Views;
import java.lang.foreign.Arena;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTest {
  private static Float32Array counting() {
    return Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}).reshape(2, 3);
  }

  @Test
  void sharesTheMemoryOfTheArray() throws OrtException {
    Float32Array array = counting();
    try (OnnxTensor tensor = Copies.forbid(() -> Onnx.tensor(array))) {
      array.set(1, 2, 9);
      assertThat(tensor.getFloatBuffer().array()).containsExactly(1, 2, 3, 4, 5, 9);
      assertThat(tensor.getValue()).isEqualTo(new float[][] {{1, 2, 3}, {4, 5, 9}});
    }
  }

  /** Without the array, and after it has been freed. */
  @Test
  void keepsTheMemoryOfTheArray() {
    Float32Array freed = counting();
    try (OnnxTensor first = Onnx.tensor(freed);
        OnnxTensor second = Onnx.tensor(counting().slice(0, 1, 2))) {
      freed.free();
      for (int i = 0; i < 20; i++) {
        System.gc();
        Float32Array.zeros(2, 3);
      }
      assertThat(first.getFloatBuffer().array()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(second.getFloatBuffer().array()).containsExactly(4, 5, 6);
    }
  }

  @Test
  void takesWhatASessionWrites() throws OrtException {
    Float32Array array = Float32Array.zeros(2, 3);
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Onnx.tensor(counting());
        OnnxTensor y = Onnx.tensor(array);
        OrtSession.Result result = session.run(Map.of("x", x), Map.of("y", y))) {
      assertThat(result.get(0)).isSameAs(y);
      assertThat(array.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfTheArray(SharedType type) throws OrtException {
    assertSameElements(type, NumpyArray::copy);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfAReadOnlyArray(SharedType type) throws OrtException {
    assertSameElements(type, UnaryOperator.identity());
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfATransposedArray(SharedType type) throws OrtException {
    assertSameElements(type, array -> array.copy().transpose());
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfAReversedArray(SharedType type) throws OrtException {
    assertSameElements(type, array -> array.copy().flip(0).flip(1));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfEverySecondColumn(SharedType type) throws OrtException {
    assertSameElements(type, array -> array.copy().slice(1, 0, 3, 2));
  }

  private static void assertSameElements(SharedType type, UnaryOperator<NumpyArray> change)
      throws OrtException {
    try (OnnxTensor source = type.tensor(2, 3)) {
      NumpyArray array = change.apply(Onnx.view(source, NumpyArray.class));
      try (OnnxTensor tensor = Onnx.tensor(array)) {
        assertThat(tensor.getInfo().type).isEqualTo(type.javaType);
        assertThat(tensor.getInfo().getShape()).isEqualTo(array.shape());
        for (long row = 0; row < array.shape(0); row++) {
          for (long column = 0; column < array.shape(1); column++) {
            assertThat(type.inTensor(tensor, row, column))
                .isEqualTo(type.inArray(array, row, column));
          }
        }
      }
    }
  }

  @Test
  void isACopyOfWhatCannotBeATensor() {
    Float32Array array = counting();
    try (OnnxTensor tensor = Onnx.tensor(array.transpose())) {
      array.set(0, 1, 9);
      assertThat(tensor.getFloatBuffer().array()).containsExactly(1, 4, 2, 5, 3, 6);
    }
    assertThatThrownBy(() -> Copies.forbid(() -> Onnx.tensor(array.transpose())))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "Onnx.tensor: array would be copied (24 bytes), and copies are forbidden here: its"
                + " memory or strides cannot be a tensor's");
  }

  @Test
  void sharesArraysInFOrderOnlyIfTheyAreInCOrderToo() {
    Float32Array row = counting().slice(0, 0, 1).copy(Order.F);
    try (OnnxTensor tensor = Copies.forbid(() -> Onnx.tensor(row))) {
      assertThat(tensor.getFloatBuffer().array()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void canHaveRankZero() throws OrtException {
    try (OnnxTensor tensor = Onnx.tensor(counting().select(0, 1).select(0, 1))) {
      assertThat(tensor.getInfo().isScalar()).isTrue();
      assertThat(tensor.getValue()).isEqualTo(5f);
    }
  }

  @Test
  void canBeEmpty() throws OrtException {
    try (OrtSession session = Model.identity(Model.FLOAT);
        OnnxTensor x = Onnx.tensor(Float32Array.zeros(2, 0, 3));
        OnnxTensor y = Tensors.output(session, x)) {
      assertThat(y.getInfo().getShape()).containsExactly(2, 0, 3);
      assertThat(y.getFloatBuffer().array()).isEmpty();
    }
  }

  static Stream<Arguments> withoutTensorType() {
    String parts = "tensors of the real and of the imaginary parts hold the same values";
    return Stream.of(
        Arguments.of(UInt16Array.zeros(1), "uint16", "int64 holds the same values"),
        Arguments.of(UInt32Array.zeros(1), "uint32", "int64 holds the same values"),
        Arguments.of(UInt64Array.zeros(1), "uint64", "int64 holds values below 2^63"),
        Arguments.of(Complex64Array.zeros(1), "complex64", parts),
        Arguments.of(Complex128Array.zeros(1), "complex128", parts));
  }

  @ParameterizedTest
  @MethodSource("withoutTensorType")
  void isRefusedWithoutATensorType(NumpyArray array, String dtype, String wayOut) {
    assertThatThrownBy(() -> Onnx.tensor(array))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "Onnx.tensor: array dtype is %s, of which ONNX Runtime's Java API makes no tensor; %s"
                .formatted(dtype, wayOut));
  }

  /** Of one element in memory, so that nothing is allocated. */
  private static NumpyArray broadcast(Arena arena, DType dtype, long size) {
    long address = arena.allocate(8).address();
    return Views.over(dtype, address, new long[] {size}, new long[] {0}, false, arena);
  }

  @Test
  void hasAtMostTwoGibibytes() {
    try (Arena arena = Arena.ofConfined()) {
      String limit = "and ONNX Runtime's Java API makes no tensor of more than 2147483639 (2 GiB)";
      assertThatThrownBy(() -> Onnx.tensor(broadcast(arena, DType.FLOAT32, 1L << 29)))
          .isInstanceOf(ContractException.class)
          .hasMessage(
              "Onnx.tensor: array has 2147483648 bytes, %s; pass slices of it".formatted(limit));
      assertThatThrownBy(() -> Onnx.tensor(broadcast(arena, DType.UINT8, 2147483640L)))
          .hasMessageContaining("array has 2147483640 bytes, " + limit);
    }
  }

  /** The largest that there can be; the limit is none of ours. */
  @Test
  void canHaveAlmostTwoGibibytes() throws OrtException {
    Tensors.assumeRoom();
    try (Arena arena = Arena.ofShared()) {
      long bytes = 2147483639L;
      long address = arena.allocate(bytes, 64).address();
      NumpyArray array =
          Views.adopt(DType.UINT8, address, new long[] {bytes}, new long[] {1}, true, () -> {});
      ((UInt8Array) array).set(bytes - 1, 7);
      try (OnnxTensor tensor = Copies.forbid(() -> Onnx.tensor(array))) {
        assertThat(tensor.getInfo().getNumElements()).isEqualTo(bytes);
        assertThat(Onnx.view(tensor, UInt8Array.class).get(bytes - 1)).isEqualTo(7);
      }
    }
  }
}
