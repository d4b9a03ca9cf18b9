package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Complex128Array;
import dev.ndbind.Complex64Array;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt32Array;
import dev.ndbind.UInt64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Order;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

class TensorTest {
  @Test
  void isNotMadeWhereCopiesAreForbidden() {
    Float32Array array = Float32Array.zeros(3);
    assertThatThrownBy(() -> Copies.forbid(() -> TensorFlow.tensor(array)))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "TensorFlow.tensor: array would be copied (12 bytes), and copies are forbidden here:"
                + " TensorFlow's tensors have memory of their own");
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfTheArray(SharedType type) {
    assertSameElements(type, array -> array);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfATransposedArray(SharedType type) {
    assertSameElements(type, NumpyArray::transpose);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfAReversedArray(SharedType type) {
    assertSameElements(type, array -> array.flip(0).flip(1));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfEverySecondColumn(SharedType type) {
    assertSameElements(type, array -> array.slice(1, 0, 3, 2));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheElementsOfAnArrayInFOrder(SharedType type) {
    assertSameElements(type, array -> array.copy(Order.F));
  }

  private static void assertSameElements(SharedType type, UnaryOperator<NumpyArray> change) {
    try (TType source = type.tensor()) {
      NumpyArray array = change.apply(TensorFlow.view(source, NumpyArray.class));
      try (TType tensor = TensorFlow.tensor(array)) {
        assertThat(tensor).isInstanceOf(type.tensorType);
        assertThat(tensor.shape().asArray()).isEqualTo(array.shape());
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
  void hasTheTypeOfTheArray() {
    try (TBool bools = TensorFlow.tensor(BoolArray.of(new boolean[] {true}));
        TUint8 bytes = TensorFlow.tensor(UInt8Array.zeros(1));
        TUint16 shorts = TensorFlow.tensor(UInt16Array.zeros(1));
        TInt32 ints = TensorFlow.tensor(Int32Array.of(new int[] {3}));
        TInt64 longs = TensorFlow.tensor(Int64Array.of(new long[] {4}));
        TFloat16 halves = TensorFlow.tensor(Float16Array.zeros(1));
        TBfloat16 brains = TensorFlow.tensor(BFloat16Array.zeros(1));
        TFloat32 floats = TensorFlow.tensor(Float32Array.of(new float[] {5}));
        TFloat64 doubles = TensorFlow.tensor(Float64Array.of(new double[] {6}))) {
      assertThat(bools.getBoolean(0)).isTrue();
      assertThat(bytes.getByte(0)).isZero();
      assertThat(shorts.getShort(0)).isZero();
      assertThat(ints.getInt(0)).isEqualTo(3);
      assertThat(longs.getLong(0)).isEqualTo(4);
      assertThat(halves.getFloat(0)).isZero();
      assertThat(brains.getFloat(0)).isZero();
      assertThat(floats.getFloat(0)).isEqualTo(5);
      assertThat(doubles.getDouble(0)).isEqualTo(6);
    }
  }

  @Test
  void canHaveRankZero() {
    Float32Array array = Float32Array.of(new float[] {1, 2}).select(0, 1);
    try (TFloat32 tensor = TensorFlow.tensor(array)) {
      assertThat(tensor.rank()).isZero();
      assertThat(tensor.getFloat()).isEqualTo(2);
    }
  }

  @Test
  void canBeEmpty() {
    try (TFloat32 tensor = TensorFlow.tensor(Float32Array.zeros(2, 0, 3))) {
      assertThat(tensor.shape().asArray()).containsExactly(2, 0, 3);
      assertThat(tensor.numBytes()).isZero();
    }
  }

  @Test
  void sharesNothingWithTheArray() {
    Float32Array array = Float32Array.of(new float[] {1, 2});
    try (TFloat32 tensor = TensorFlow.tensor(array)) {
      array.set(0, 9);
      assertThat(tensor.getFloat(0)).isEqualTo(1);
      tensor.setFloat(8, 1);
      assertThat(array.get(1)).isEqualTo(2);
    }
  }

  @Test
  void belongsToItsCallerAlone() {
    TFloat32 tensor = TensorFlow.tensor(Float32Array.zeros(4));
    assertThat(References.count(tensor)).isEqualTo(1);

    tensor.close();

    assertThatThrownBy(tensor::numBytes).isInstanceOf(IllegalStateException.class);
  }

  static Stream<Arguments> withoutTensorType() {
    String parts = "tensors of the real and of the imaginary parts hold the same values";
    return Stream.of(
        Arguments.of(Int8Array.zeros(1), "int8", "int64 holds the same values"),
        Arguments.of(Int16Array.zeros(1), "int16", "int64 holds the same values"),
        Arguments.of(UInt32Array.zeros(1), "uint32", "int64 holds the same values"),
        Arguments.of(UInt64Array.zeros(1), "uint64", "int64 holds values below 2^63"),
        Arguments.of(Complex64Array.zeros(1), "complex64", parts),
        Arguments.of(Complex128Array.zeros(1), "complex128", parts));
  }

  @ParameterizedTest
  @MethodSource("withoutTensorType")
  void isRefusedWithoutATensorType(NumpyArray array, String dtype, String wayOut) {
    assertThatThrownBy(() -> TensorFlow.tensor(array))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "TensorFlow.tensor: array dtype is %s, which no tensor type of TensorFlow Java has; %s"
                .formatted(dtype, wayOut));
  }
}
