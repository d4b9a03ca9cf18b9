package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Plan;
import dev.ndbind.call.TensorDescription;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.SparseTensor;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

class DescriptionTest {
  private static final ArrayContract FLOATS = ArrayContract.of("x", DType.FLOAT32);

  @Test
  void tellsOfADenseTensor() {
    try (TFloat32 tensor = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[3][5]))) {
      TensorDescription description = TensorFlow.describe(tensor);

      assertThat(description.dtype()).isEqualTo(DType.FLOAT32);
      assertThat(description.shape()).containsExactly(3, 5);
      assertThat(description.byteStrides()).containsExactly(20, 4);
      assertThat(description.tensor()).isSameAs(tensor);
      description.release();
    }
  }

  @Test
  void ofNullIsNull() {
    assertThat(TensorFlow.describe((TType) null)).isNull();
    assertThat(TensorFlow.dtype(null)).isNull();
  }

  @Test
  void refusesStrings() {
    try (TString tensor = TString.scalarOf("text")) {
      assertRefused(
          tensor,
          "is a TString, whose elements no array has; tf.strings.toNumber or tf.io.decodeRaw makes"
              + " numbers of strings");
      assertThat(TensorFlow.dtype(tensor)).isNull();
    }
  }

  @Test
  void refusesSparseTensors() {
    try (TInt64 indices = TInt64.tensorOf(StdArrays.ndCopyOf(new long[][] {{0, 1}}));
        TFloat32 values = TFloat32.vectorOf(7);
        TInt64 denseShape = TInt64.vectorOf(2, 2);
        SparseTensor<TFloat32> sparse = SparseTensor.of(indices, values, denseShape)) {
      assertRefused(
          sparse.asTypedTensor(),
          "is sparse (COO); tf.sparse.sparseToDense(indices, denseShape, values, zero) makes it"
              + " dense");
    }
  }

  private static void assertRefused(TType tensor, String reason) {
    Plan plan = Plan.of(TensorFlow.describe(tensor), FLOATS);
    assertThat(plan.step()).isEqualTo(Plan.Step.REFUSED);
    assertThat(plan.reason()).isEqualTo(reason);
  }

  @Test
  void knowsThatATensorIsClosed() {
    TFloat32 tensor = TFloat32.scalarOf(1);
    tensor.close();

    TensorDescription description = TensorFlow.describe(tensor);

    assertThat(description.dtype()).isNull();
    assertThatThrownBy(description::tensor).hasMessage("the tensor has been closed");
  }

  @Test
  void knowsThatAnEmptyTensorIsClosed() {
    TFloat32 tensor = TFloat32.vectorOf();
    tensor.close();

    assertThat(TensorFlow.describe(tensor).dtype()).isNull();
  }

  @Test
  void knowsThatTheSessionOfATensorIsClosed() {
    TFloat32 sum;
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      sum = tf.math.add(tf.constant(1f), tf.constant(2f)).asTensor();
      sum.close(); // without effect: the session owns it
      TensorDescription description = TensorFlow.describe(sum);
      assertThat(description.dtype()).isEqualTo(DType.FLOAT32);
      description.release();
    }
    assertThat(TensorFlow.describe(sum).dtype()).isNull();
  }

  @Test
  void isPlannedAsAView() {
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
      Plan plan = Plan.of(TensorFlow.describe(tensor), FLOATS);
      assertThat(plan.step()).isEqualTo(Plan.Step.VIEW);
      assertThat(plan.bytes()).isZero();
    }
  }

  @Test
  void isPlannedAsACast() {
    try (TInt32 tensor = TInt32.vectorOf(1, 2)) {
      ArrayContract doubles = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
      Plan plan = Plan.of(TensorFlow.describe(tensor), doubles);
      assertThat(plan.step()).isEqualTo(Plan.Step.CAST);
      assertThat(plan.bytes()).isEqualTo(16);
    }
  }

  @Test
  void mayNotBeWritten() {
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
      for (Use use : new Use[] {Use.WRITE, Use.WRITE_BACK}) {
        Plan plan = Plan.of(TensorFlow.describe(tensor), FLOATS.use(use));
        assertThat(plan.step()).isEqualTo(Plan.Step.REFUSED);
        assertThat(plan.reason())
            .isEqualTo(
                "cannot be written: TensorFlow's tensors are immutable, and constants are shared");
      }
    }
  }

  @Test
  void givesItsReferenceBackOnce() {
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
      TensorDescription description = TensorFlow.describe(tensor);
      assertThat(References.count(tensor)).isEqualTo(2);

      description.release();
      description.release();

      assertThat(References.count(tensor)).isEqualTo(1);
    }
  }
}
