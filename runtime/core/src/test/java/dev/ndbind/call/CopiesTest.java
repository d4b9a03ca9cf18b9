package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Where copies are forbidden, whatever would copy throws, and nothing has happened then. */
class CopiesTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract ANY = ArrayContract.of("x", FLOAT32);
  private static final Float32Array MATRIX = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

  private static Float32Array call(ArrayContract contract, TensorDescription tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      return argument.as(Float32Array.class).copy();
    }
  }

  private static void refuses(ArrayContract contract, TestTensor tensor, String why) {
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> Copies.forbid(() -> call(contract, tensor)))
        .withMessage("A.f: x would be copied (24 bytes), and copies are forbidden here: " + why);
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void viewsPass() {
    Float32Array seen = Copies.forbid(() -> call(ANY, TestTensor.of(MATRIX.transpose())));
    assertThat(seen.shape()).containsExactly(3, 2);
  }

  @Test
  void everyReasonToCopyIsNamed() {
    refuses(
        ANY.order(Order.C),
        TestTensor.of(MATRIX.transpose()),
        "byte strides (4, 12) are not in C order");
    refuses(ANY.use(Use.COPY), TestTensor.of(MATRIX), "the method gets a copy of its own");
    refuses(ANY.use(Use.WRITE_BACK), TestTensor.of(MATRIX), "the method gets a copy of its own");
    refuses(ANY.javaArray(), TestTensor.of(MATRIX), "a Java array cannot view native memory");
    refuses(
        ANY.device(Device.ANY), TestTensor.onDevice("cuda:0", MATRIX), "the memory is on cuda:0");
    TestTensor conjugate = TestTensor.of(MATRIX);
    conjugate.conjugate = true;
    refuses(ANY, conjugate, "the conjugate or negative bit is set");
  }

  @Test
  void allArgumentsAreListed() {
    ArrayContract wide = ArrayContract.of("y", FLOAT64).casting(Casting.SAFE);
    try (Call call = METHOD.begin()) {
      call.argument(ANY.order(Order.F), TestTensor.of(MATRIX));
      call.argument(wide, TestTensor.of(MATRIX));
      assertThatExceptionOfType(ContractException.class)
          .isThrownBy(() -> Copies.forbid(call::check))
          .satisfies(e ->
              assertThat(e.failures())
                  .containsExactly(
                      "x would be copied (24 bytes), and copies are forbidden here: byte strides"
                          + " (12, 4) are not in F order",
                      "y would be copied (48 bytes), and copies are forbidden here: float32 is cast"
                          + " to float64"));
    }
  }

  @Test
  void resultsThatWouldBeCopiedThrow() {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(ANY, TestTensor.of(MATRIX));
      call.check();
      Float32Array view = argument.as(Float32Array.class);
      assertThatExceptionOfType(ContractException.class)
          .isThrownBy(() -> Copies.forbid(() -> NumpyArrays.keep(view)))
          .withMessageContaining("result: array would be copied (24 bytes)");
      Float32Array own = Float32Array.zeros(3);
      assertThat(Copies.<Float32Array, RuntimeException>forbid(() -> NumpyArrays.keep(own)))
          .isSameAs(own);
    }
  }

  @Test
  void exceptionsOfTheBodyPass() {
    assertThatThrownBy(() ->
            Copies.forbid(() -> {
              throw new IOException("disk");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
  }

  @Test
  void itEndsWithTheBodyAndStaysOnItsThread() throws Exception {
    assertThat(Copies.areForbidden()).isFalse();
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Boolean> seen =
          Copies.forbid(
              () -> List.of(Copies.areForbidden(), other.submit(Copies::areForbidden).get()));
      assertThat(seen).containsExactly(true, false);
    }
    Copies.forbid(() -> Copies.forbid(() -> assertThat(Copies.areForbidden()).isTrue()));
    assertThat(Copies.areForbidden()).isFalse();
  }
}
