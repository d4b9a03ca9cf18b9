package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.EagerSession;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

class ViewTest {
  @ParameterizedTest
  @EnumSource
  void seesWhatTensorFlowHasSet(SharedType type) {
    try (TType tensor = type.tensor()) {
      NumpyArray view = TensorFlow.view(tensor, type.arrayType);

      assertThat(view.dtype()).isEqualTo(type.dtype()).isEqualTo(TensorFlow.dtype(tensor));
      assertThat(view.shape()).containsExactly(2, 3);
      assertThat(view.isContiguous(Order.C)).isTrue();
      assertSameElements(type, view, tensor);
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesResultsOfEagerOperations(SharedType type) {
    try (EagerSession session = EagerSession.create();
        TType tensor = type.tensor()) {
      Ops tf = Ops.create(session);
      TType turned =
          tf.linalg.transpose(tf.constantOf(tensor), tf.constant(new int[] {1, 0})).asTensor();

      NumpyArray view = TensorFlow.view(turned, type.arrayType);

      assertThat(view.shape()).containsExactly(3, 2);
      assertSameElements(type, view.transpose(), tensor);
    }
  }

  private static void assertSameElements(SharedType type, NumpyArray view, TType tensor) {
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        assertThat(type.inArray(view, row, column))
            .as("[%d, %d]", row, column)
            .isEqualTo(type.inTensor(tensor, row, column));
      }
    }
  }

  @Test
  void seesAnyDtypeAsNumpyArray() {
    try (TType tensor = TFloat32.vectorOf(1, 2)) {
      assertThat(TensorFlow.view(tensor, NumpyArray.class)).isInstanceOf(Float32Array.class);
    }
  }

  @Test
  void seesRankZero() {
    try (TFloat32 tensor = TFloat32.scalarOf(4.5f)) {
      Float32Array view = TensorFlow.view(tensor, Float32Array.class);

      assertThat(view.rank()).isZero();
      assertThat(view.get()).isEqualTo(4.5f);
    }
  }

  @Test
  void seesHighRank() {
    try (TInt32 tensor = TInt32.tensorOf(Shape.of(2, 1, 3, 1, 2, 2))) {
      tensor.scalars().forEachIndexed((index, _) -> tensor.setInt(digits(index), index));
      NumpyArray view = TensorFlow.view(tensor, NumpyArray.class);

      assertThat(view.byteStrides()).containsExactly(48, 48, 16, 16, 8, 4);
      tensor
          .scalars()
          .forEachIndexed((index, scalar) ->
              assertThat(SharedType.INT32.inArray(view, index)).isEqualTo(scalar.getInt()));
    }
  }

  private static int digits(long[] index) {
    int digits = 0;
    for (long i : index) {
      digits = 10 * digits + (int) i;
    }
    return digits;
  }

  @Test
  void seesNoElements() {
    try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(2, 0, 3))) {
      Float32Array view = TensorFlow.view(tensor, Float32Array.class);

      assertThat(view.shape()).containsExactly(2, 0, 3);
      assertThat(view.toArray()).isEmpty();
    }
  }

  @Test
  void sharesMemory() {
    try (TFloat32 tensor = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 2}, {3, 4}}))) {
      Float32Array view = TensorFlow.view(tensor, Float32Array.class);

      tensor.setFloat(9, 1, 0);

      assertThat(view.get(1, 0)).isEqualTo(9);
    }
  }

  @Test
  void cannotBeWritten() {
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
      Float32Array view = TensorFlow.view(tensor, Float32Array.class);

      assertThat(view.isWritable()).isFalse();
      assertThat(view.segment().isReadOnly()).isTrue();
      for (Float32Array derived : List.of(view, view.slice(0, 0, 1), view.reshape(1, 2))) {
        assertThat(derived.isWritable()).isFalse();
      }
      assertThatThrownBy(() -> view.set(0, 5)).isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> Float32Array.zeros(2).copyTo(view))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(tensor.getFloat(0)).isEqualTo(1);
    }
  }

  @Test
  void refusesAnotherDtype() {
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
      assertThatThrownBy(() -> TensorFlow.view(tensor, Float64Array.class))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("tensor dtype is float32, expected float64");
    }
  }

  @Test
  void refusesNull() {
    assertThatThrownBy(() -> TensorFlow.view(null, Float32Array.class))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("tensor");
  }

  @Test
  void refusesClosedTensors() {
    TFloat32 tensor = TFloat32.vectorOf(1, 2);
    tensor.close();

    assertThatThrownBy(() -> TensorFlow.view(tensor, Float32Array.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the tensor has been closed");
  }

  @Test
  void refusesStrings() {
    try (TString tensor = TString.vectorOf("a", "b")) {
      assertThatThrownBy(() -> TensorFlow.view(tensor, NumpyArray.class))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("is a TString");
    }
  }
}
