package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.CopyStatistics;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Counters of copies. Tests of this module run one after another, so that they are exact. */
class CopyStatisticsTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT32);
  private static final ArrayContract WIDE = ArrayContract.of("x", FLOAT64).casting(Casting.SAFE);
  private static final Float32Array MATRIX = Float32Array.zeros(2, 3);

  private static void call(ArrayContract contract, TensorDescription tensor) {
    call(contract, tensor, NumpyArray.class);
  }

  private static void call(ArrayContract contract, TensorDescription tensor, Class<?> type) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      assertThat(argument.as(type)).isNotNull();
      call.complete();
    }
  }

  private static CopyStatistics during(Runnable program) {
    CopyStatistics before = Copies.statistics();
    program.run();
    return Copies.statistics().minus(before);
  }

  @Test
  void viewsAreNotCounted() {
    assertThat(during(() -> call(X, TestTensor.of(MATRIX))))
        .isEqualTo(new CopyStatistics(0, 0, 0, 0, 0, 0));
  }

  @Test
  void copiesAreCountedByKind() {
    assertThat(during(() -> call(X.order(Order.F), TestTensor.of(MATRIX))))
        .isEqualTo(new CopyStatistics(1, 0, 0, 0, 0, 24));
    assertThat(during(() -> call(WIDE, TestTensor.of(MATRIX))))
        .isEqualTo(new CopyStatistics(0, 1, 0, 0, 0, 48));
    assertThat(during(() -> call(X.device(Device.ANY), TestTensor.onDevice("cuda:0", MATRIX))))
        .isEqualTo(new CopyStatistics(0, 0, 1, 0, 0, 24));
    assertThat(during(() -> call(X.javaArray(), TestTensor.of(MATRIX), float[][].class)))
        .isEqualTo(new CopyStatistics(1, 0, 0, 0, 0, 24));
    ArrayContract back = X.use(Use.WRITE_BACK).casting(Casting.SAME_KIND);
    assertThat(during(() -> call(back, TestTensor.of(Float64Array.zeros(3)))))
        .isEqualTo(new CopyStatistics(0, 1, 0, 1, 0, 36));
    ArrayExport export = ArrayExport.of(MATRIX);
    assertThat(during(() -> export.copy("A.tensor", "A", "no reason", MATRIX::copy)))
        .isEqualTo(new CopyStatistics(0, 0, 0, 0, 1, 24));
  }

  @Test
  void theSameTensorTwiceIsOneCopy() {
    assertThat(
            during(() -> {
              try (Call call = METHOD.begin()) {
                Argument x = call.argument(WIDE, TestTensor.of(MATRIX));
                Argument y = call.argument(WIDE, TestTensor.of(MATRIX));
                call.check();
                assertThat(x.as(Float64Array.class)).isNotNull();
                assertThat(x.as(Float64Array.class)).isNotNull();
                assertThat(y.as(Float64Array.class)).isNotNull();
              }
            }))
        .isEqualTo(new CopyStatistics(0, 1, 0, 0, 0, 48));
  }

  @Test
  void nothingIsCountedWhereCopiesAreForbidden() {
    TestTensor tensor = TestTensor.of(MATRIX);
    CopyStatistics copied =
        during(() ->
            assertThatThrownBy(() -> Copies.forbid(() -> call(X.use(Use.WRITE_BACK), tensor)))
                .isInstanceOf(ContractException.class));
    assertThat(copied).isEqualTo(new CopyStatistics(0, 0, 0, 0, 0, 0));
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void allThreadsAreCounted() {
    CopyStatistics copied =
        during(() -> {
          try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
              threads.execute(() -> call(WIDE, TestTensor.of(MATRIX)));
            }
          }
        });
    assertThat(copied).isEqualTo(new CopyStatistics(0, 1000, 0, 0, 0, 48000));
  }
}
