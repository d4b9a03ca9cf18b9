package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static dev.ndbind.annotation.DType.FLOATING;
import static dev.ndbind.annotation.DType.INT32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int32Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call refuses, in which words, and that nothing happens before. */
class CallCheckTest {
  private static final MethodContract MEAN = MethodContract.of("Distances.mean", "n", "d");
  private static final Shape ND = Shape.of("n d", Axis.named(0), Axis.named(1));
  private static final Shape D = Shape.of("d", Axis.named(1));
  private static final ArrayContract POINTS = ArrayContract.of("points", FLOAT32).shape(ND);
  private static final ArrayContract CENTER = ArrayContract.of("center", FLOAT32).shape(D);

  private static ContractException refusal(ArrayContract contract, TensorDescription tensor) {
    try (Call call = MEAN.begin()) {
      call.argument(contract, tensor);
      return catchThrowableOfType(ContractException.class, call::check);
    }
  }

  private static void assertRefused(
      ArrayContract contract, TensorDescription tensor, String message) {
    assertThat(refusal(contract, tensor)).hasMessage("Distances.mean: " + message);
  }

  @Test
  void listsEverythingThatDoesNotFitAndTouchesNothing() {
    TestTensor points = TestTensor.of(Int32Array.zeros(2, 3));
    TestTensor center = TestTensor.of(Float64Array.zeros(4, 1));
    TestTensor target = TestTensor.of(Float32Array.zeros(2, 5));
    target.readOnly = "it is a constant";
    ArrayContract out = ArrayContract.of("out", FLOAT32).shape(ND).use(Use.WRITE_BACK);
    ContractException thrown;
    try (Call call = MEAN.begin()) {
      call.argument(POINTS, points);
      call.argument(CENTER.casting(Casting.SAFE), center);
      call.argument(out, target);
      thrown = catchThrowableOfType(ContractException.class, call::check);
      assertThat(points.events).isEmpty();
    }
    assertThat(thrown.failures())
        .containsExactly(
            "points dtype is int32, expected float32; cast the tensor, or allow casting in the"
                + " contract",
            "center dtype is float64, expected float32, and casting SAFE does not allow the cast;"
                + " shape (4, 1) does not fit \"d\": its rank is 2",
            "out cannot be written: it is a constant; shape (2, 5) does not fit \"n d\": axis 1 has"
                + " size 5, but d=3 (n=2 d=3)");
    assertThat(thrown).hasMessage("Distances.mean:\n  " + String.join("\n  ", thrown.failures()));
    for (TestTensor tensor : List.of(points, center, target)) {
      assertThat(tensor.events).containsExactly("release");
    }
  }

  @Test
  void namesDtypesExpectedAndFound() {
    assertRefused(
        ArrayContract.of("x", FLOATING),
        TestTensor.of(Int32Array.zeros(1)),
        "x dtype is int32, expected float16, bfloat16, float32 or float64; cast the tensor, or"
            + " allow casting in the contract");
    assertRefused(
        ArrayContract.of("x", INT32).casting(Casting.SAME_KIND),
        TestTensor.of(Float32Array.zeros(1)),
        "x dtype is float32, expected int32, and casting SAME_KIND does not allow the cast");
    assertRefused(
        ArrayContract.of("x", FLOAT64).casting(Casting.SAFE).use(Use.WRITE_BACK),
        TestTensor.of(Float32Array.zeros(1)),
        "x dtype is float32, and casting SAFE does not allow float64 to be written back to it");
    assertRefused(
        ArrayContract.of("x", FLOAT64).casting(Casting.SAFE).use(Use.VIEW),
        TestTensor.of(Float32Array.zeros(1)),
        "x dtype is float32, expected float64, and use VIEW never copies");
  }

  @Test
  void namesSizesExpectedAndFound() {
    Shape fixed = Shape.of("_ 3", Axis.any(), Axis.fixed(3));
    assertRefused(
        ArrayContract.of("x", FLOAT32).shape(fixed),
        TestTensor.of(Float32Array.zeros(2, 4)),
        "x shape (2, 4) does not fit \"_ 3\": axis 1 has size 4, expected 3");
    assertRefused(
        ArrayContract.of("x", FLOAT32).shape(Shape.of("... 3", Axis.several(), Axis.fixed(3))),
        TestTensor.of(Float32Array.zeros()),
        "x shape () does not fit \"... 3\": its rank is 0");
    Shape square = Shape.of("n n", Axis.named(0), Axis.named(0));
    assertRefused(
        ArrayContract.of("x", FLOAT32).shape(square),
        TestTensor.of(Float32Array.zeros(2, 4)),
        "x shape (2, 4) does not fit \"n n\": axis 1 has size 4, but n=2 (n=2)");
    Shape twice = Shape.of("n 2*n", Axis.named(0), Axis.computed(axes -> 2 * axes.size(0)));
    assertRefused(
        ArrayContract.of("x", FLOAT32).shape(twice),
        TestTensor.of(Float32Array.zeros(2, 5)),
        "x shape (2, 5) does not fit \"n 2*n\": axis 1 has size 5, expected 4 (n=2)");
    Shape huge =
        Shape.of(
            "n n*2^62",
            Axis.named(0),
            Axis.computed(axes -> Math.multiplyExact(axes.size(0), 1L << 62)));
    assertRefused(
        ArrayContract.of("x", FLOAT32).shape(huge),
        TestTensor.of(Float32Array.zeros(2, 5)),
        "x shape (2, 5) does not fit \"n n*2^62\": the size of axis 1 overflows (n=2)");
    Shape wide = Shape.of("n #n", Axis.named(0), Axis.broadcast(0));
    assertRefused(
        ArrayContract.of("x", FLOAT32).shape(wide),
        TestTensor.of(Float32Array.zeros(3, 2)),
        "x shape (3, 2) does not fit \"n #n\": axis 1 has size 2, which is neither 1 nor n=3"
            + " (n=3)");
  }

  @Test
  void namesRunsAndParameters() {
    MethodContract method = MethodContract.of("A.f", "k", "m").runs("batch");
    Shape pattern = Shape.of("*batch {k}", Axis.run(0), Axis.value(0));
    ArrayContract x = ArrayContract.of("x", FLOAT32).shape(pattern);
    try (Call call = method.begin()) {
      call.value(0, 5);
      call.argument(x, TestTensor.of(Float32Array.zeros(2, 3, 4)));
      call.argument(
          ArrayContract.of("y", FLOAT32).shape(pattern), TestTensor.of(Float32Array.zeros(3, 5)));
      call.argument(
          ArrayContract.of("z", FLOAT32).shape(pattern), TestTensor.of(Float32Array.zeros(2, 5)));
      assertThat(catchThrowableOfType(ContractException.class, call::check).failures())
          .containsExactly(
              "x shape (2, 3, 4) does not fit \"*batch {k}\": axis 2 has size 4, but k=5",
              "y shape (3, 5) does not fit \"*batch {k}\": axes (3,) are not those of"
                  + " *batch=(2, 3)",
              "z shape (2, 5) does not fit \"*batch {k}\": axes (2,) are not those of"
                  + " *batch=(2, 3) (k=5 *batch=(2, 3))");
    }
  }

  @Test
  void saysWhyAViewIsImpossible() {
    Float32Array array = Float32Array.zeros(2, 3);
    ArrayContract view = ArrayContract.of("x", FLOAT32).use(Use.VIEW);
    assertRefused(
        view.order(Order.C),
        TestTensor.of(array.transpose()),
        "x order is not C: shape (3, 2), byte strides (4, 12), and use VIEW never copies");
    assertRefused(
        view.use(Use.WRITE).order(Order.F),
        TestTensor.of(array),
        "x order is not F: shape (2, 3), byte strides (12, 4), and use WRITE never copies");
    assertRefused(
        view,
        TestTensor.at(array, 1, 2),
        "x is not aligned to its element size, and use VIEW never copies");
    TestTensor conjugate = TestTensor.of(array);
    conjugate.negative = true;
    assertRefused(
        view, conjugate, "x has its conjugate or negative bit set, and use VIEW never copies");
    assertRefused(
        view.use(Use.WRITE),
        conjugate,
        "x cannot be written: its conjugate or negative bit is set; resolve it first");
    assertRefused(
        view.device(Device.ANY),
        TestTensor.onDevice("cuda:0", array),
        "x the memory is on another device, and use VIEW never copies");
  }

  /** What {@code #n} expands is no longer in C order. */
  @Test
  void refusesToCopyWhatMustBeViewedAndIsExpanded() {
    MethodContract method = MethodContract.of("A.f", "n");
    Shape one = Shape.of("#n _", Axis.broadcast(0), Axis.any());
    ArrayContract x = ArrayContract.of("x", FLOAT32).shape(one).use(Use.VIEW);
    ArrayContract y = ArrayContract.of("y", FLOAT32).shape(Shape.of("n", Axis.named(0)));
    try (Call call = method.begin()) {
      call.argument(x.order(Order.C), TestTensor.of(Float32Array.zeros(1, 3)));
      call.argument(y, TestTensor.of(Float32Array.zeros(2)));
      assertThat(catchThrowableOfType(ContractException.class, call::check))
          .isNotNull()
          .hasMessage(
              "A.f: x order is not C: shape (2, 3), byte strides (0, 4), and use VIEW never copies"
                  + " (n=2)");
    }
    try (Call call = method.begin()) {
      Float32Array row = Float32Array.zeros(1, 3);
      Argument argument = call.argument(x, TestTensor.of(row));
      call.argument(y, TestTensor.of(Float32Array.zeros(2)));
      call.check();
      Float32Array seen = argument.as(Float32Array.class);
      assertThat(seen.shape()).containsExactly(2, 3);
      assertThat(TestTensor.addressOf(seen)).isEqualTo(TestTensor.addressOf(row));
    }
  }

  @Test
  void refusesWhatIsOnAnotherDevice() {
    assertRefused(
        ArrayContract.of("x", FLOAT32),
        TestTensor.onDevice("cuda:1", Float32Array.zeros(2)),
        "x is on device cuda:1, expected cpu; move it to the host, or declare @OnDevice(ANY)");
    assertThat(
            refusal(
                ArrayContract.of("x", FLOAT32).device(Device.ANY).use(Use.WRITE_BACK),
                TestTensor.onDevice("cuda:1", Float32Array.zeros(2))))
        .hasMessageContaining("x is on device cuda:1");
  }

  @Test
  void refusesWhatABridgeRefuses() {
    assertRefused(
        POINTS,
        TensorDescription.refused("is sparse (COO); to_dense() makes it strided"),
        "points is sparse (COO); to_dense() makes it strided");
  }

  @Test
  void refusesNullUnlessDeclaredNullable() {
    try (Call call = MEAN.begin()) {
      assertThatNullPointerException()
          .isThrownBy(() -> call.argument(POINTS, null))
          .withMessage("Distances.mean: points is null");
      Argument nothing = call.argument(POINTS.nullable(), null);
      Argument something = call.argument(CENTER.nullable(), TestTensor.of(Float32Array.zeros(3)));
      call.check();
      assertThat(nothing.as(Float32Array.class)).isNull();
      assertThat(something.as(Float32Array.class).shape()).containsExactly(3);
      call.complete();
    }
  }

  @Test
  void refusesClosedTensorsAndReleasesTheOthers() {
    TestTensor points = TestTensor.of(Float32Array.zeros(2, 3));
    try (Call call = MEAN.begin()) {
      call.argument(POINTS, points);
      TensorDescription closed = TensorDescription.closed("has been closed");
      assertThatIllegalStateException()
          .isThrownBy(() -> call.argument(CENTER, closed))
          .withMessage("Distances.mean: center has been closed");
    }
    assertThat(points.events).containsExactly("release");
  }

  @Test
  void convertsNothingBeforeTheCheck() {
    TestTensor points = TestTensor.of(Float32Array.zeros(2, 3));
    try (Call call = MEAN.begin()) {
      Argument argument = call.argument(POINTS, points);
      assertThatIllegalStateException()
          .isThrownBy(() -> argument.as(Float32Array.class))
          .withMessage("check() comes before as()");
    }
  }

  @Test
  void groupsOfMethodsNameTheDtypesTheyTake() {
    assertThat(Dispatch.noMatch("A.f", "x: float32, or x: float64", INT32, null))
        .hasMessage("A.f: found int32, no dtype, expected x: float32, or x: float64");
  }
}
