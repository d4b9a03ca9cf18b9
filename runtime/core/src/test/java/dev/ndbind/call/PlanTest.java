package dev.ndbind.call;

import static dev.ndbind.annotation.DType.COMPLEX64;
import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Complex64Array;
import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Plan.Step;
import org.junit.jupiter.api.Test;

/** Plans for single tensors, and views outside of calls. */
class PlanTest {
  private static final ArrayContract X = ArrayContract.of("x", FLOAT32);

  private static Float32Array matrix() {
    return Float32Array.zeros(2, 3);
  }

  private static void assertPlan(
      TestTensor tensor, ArrayContract contract, Step step, String reason, long bytes) {
    assertThat(Plan.of(tensor, contract)).isEqualTo(new Plan("x", step, reason, bytes));
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void saysWhatACallWouldDoAndWhy() {
    String fits = "dtype, strides and memory fit";
    assertPlan(TestTensor.of(matrix()), X, Step.VIEW, fits, 0);
    assertPlan(TestTensor.of(matrix().transpose()), X.use(Use.WRITE), Step.VIEW, fits, 0);
    assertPlan(
        TestTensor.of(matrix().transpose()),
        X.order(Order.C),
        Step.COPY,
        "byte strides (4, 12) are not in C order",
        24);
    assertPlan(
        TestTensor.of(matrix()),
        X.use(Use.COPY),
        Step.COPY,
        "the method gets a copy of its own",
        24);
    assertPlan(
        TestTensor.of(matrix()),
        X.javaArray(),
        Step.COPY,
        "a Java array cannot view native memory",
        24);
    assertPlan(
        TestTensor.at(matrix(), 2, 3),
        X,
        Step.COPY,
        "the memory is not aligned to the element size",
        12);
    TestTensor conjugate = TestTensor.of(Complex64Array.zeros(2));
    conjugate.conjugate = true;
    assertPlan(
        conjugate,
        ArrayContract.of("x", COMPLEX64),
        Step.COPY,
        "the conjugate or negative bit is set",
        16);
    assertPlan(
        TestTensor.of(matrix()),
        ArrayContract.of("x", FLOAT64).casting(Casting.SAFE),
        Step.CAST,
        "float32 is cast to float64",
        48);
    assertPlan(
        TestTensor.onDevice("cuda:0", matrix()),
        X.device(Device.ANY),
        Step.TO_HOST,
        "the memory is on cuda:0",
        24);
    assertPlan(
        TestTensor.of(matrix()),
        X.shape(Shape.of("_ 4", Axis.any(), Axis.fixed(4))),
        Step.REFUSED,
        "shape (2, 3) does not fit \"_ 4\": axis 1 has size 3, expected 4",
        0);
    assertPlan(
        TestTensor.onDevice("cuda:0", matrix()),
        X,
        Step.REFUSED,
        "is on device cuda:0, expected cpu; move it to the host, or declare @OnDevice(ANY)",
        0);
    assertThat(Plan.of(TensorDescription.closed("has been closed"), X))
        .isEqualTo(new Plan("x", Step.REFUSED, "has been closed", 0));
  }

  @Test
  void releasesTheTensorAlsoIfABridgeThrows() {
    TestTensor tensor = TestTensor.strided(matrix(), new long[] {1L << 62, 4}, new long[] {4, 4});
    assertThatThrownBy(() -> Plan.of(tensor, X.order(Order.F)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void viewsOutsideOfCallsAreReadOnlyAndKeepTheirOwner() {
    Float32Array array = matrix().transpose();
    TestTensor tensor = TestTensor.of(array);
    Float32Array view = Views.of(tensor, Float32Array.class, tensor);
    assertThat(view.isWritable()).isFalse();
    assertThat(view.byteStrides()).containsExactly(4, 12);
    assertThat(TestTensor.addressOf(view)).isEqualTo(TestTensor.addressOf(array));
    assertThat(Views.of(tensor, NumpyArray.class, tensor)).isInstanceOf(Float32Array.class);
    assertThat(tensor.events).isEmpty();
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> Views.of(tensor, Float64Array.class, tensor))
        .withMessageStartingWith("view: tensor dtype is float32, expected float64");
    TestTensor elsewhere = TestTensor.onDevice("cuda:0", matrix());
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> Views.of(elsewhere, Float32Array.class, elsewhere))
        .withMessageContaining("is on device cuda:0");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> Views.of(TensorDescription.closed("has been closed"), NumpyArray.class, this))
        .withMessage("the tensor has been closed");
  }
}
