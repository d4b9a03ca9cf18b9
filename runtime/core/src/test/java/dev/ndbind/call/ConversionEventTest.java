package dev.ndbind.call;

import static dev.ndbind.annotation.DType.COMPLEX64;
import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.ndbind.Complex64Array;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.CopyStatistics;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What flight recordings tell of conversions, held against the plan. */
class ConversionEventTest {
  private static final MethodContract METHOD = MethodContract.of("A.f", "n");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT32);
  private static final Float32Array MATRIX = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

  /** One for each step and reason. */
  static final List<Case> CASES =
      List.of(
          new Case(X, () -> TestTensor.of(MATRIX)),
          new Case(X.use(Use.WRITE), () -> TestTensor.of(MATRIX.transpose())),
          new Case(X.order(Order.C), () -> TestTensor.of(MATRIX.transpose())),
          new Case(X.use(Use.COPY), () -> TestTensor.of(MATRIX)),
          new Case(X, () -> TestTensor.at(MATRIX, 2, 3)),
          new Case(ArrayContract.of("x", COMPLEX64), ConversionEventTest::conjugate),
          new Case(
              ArrayContract.of("x", FLOAT64).casting(Casting.SAFE), () -> TestTensor.of(MATRIX)),
          new Case(X.device(Device.ANY), () -> TestTensor.onDevice("cuda:0", MATRIX)));

  record Case(ArrayContract contract, Supplier<TestTensor> tensor) {}

  private static TestTensor conjugate() {
    TestTensor tensor = TestTensor.of(Complex64Array.zeros(2));
    tensor.conjugate = true;
    return tensor;
  }

  private static <T> T call(ArrayContract contract, TensorDescription tensor, Class<T> type) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      T seen = argument.as(type);
      assertThat(argument.as(type)).isNotNull();
      call.complete();
      return seen;
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void theDecisionIsThePlans(Case one) throws IOException {
    List<Recorded> seen =
        Recorded.during(() -> call(one.contract, one.tensor.get(), NumpyArray.class));
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().plan()).isEqualTo(Plan.of(one.tensor.get(), one.contract));
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void whatThePlanCopiesIsForbiddenAndNothingElse(Case one) {
    Plan plan = Plan.of(one.tensor.get(), one.contract);
    CopyStatistics before = Copies.statistics();
    Throwable thrown =
        catchThrowable(
            () -> Copies.forbid(() -> call(one.contract, one.tensor.get(), NumpyArray.class)));
    assertThat(Copies.statistics()).isEqualTo(before);
    if (plan.step() == Plan.Step.VIEW) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown)
          .isInstanceOf(ContractException.class)
          .hasMessageContainingAll("(%d bytes)".formatted(plan.bytes()), plan.reason());
    }
  }

  @Test
  void everythingIsTold() throws IOException {
    ArrayContract wide = ArrayContract.of("x", FLOAT64).casting(Casting.SAFE);
    assertThat(Recorded.during(() -> call(wide, TestTensor.of(MATRIX), Float64Array.class)))
        .containsExactly(
            new Recorded(
                "A.f",
                "x",
                "test",
                "float32",
                "float64",
                "(2, 3)",
                48,
                "CAST",
                "float32 is cast to float64"));
  }

  @Test
  void theAdapterIsNearTheTopOfTheStackTrace() throws IOException {
    List<RecordedEvent> events =
        Recorded.events(() -> call(X, TestTensor.of(MATRIX), Float32Array.class));
    assertThat(events.getFirst().getStackTrace().getFrames().get(3).getMethod().getName())
        .isEqualTo("call");
    assertThat(events.getFirst().getDuration()).isPositive();
  }

  @Test
  void writesBackAreTold() throws IOException {
    ArrayContract back = X.use(Use.WRITE_BACK).casting(Casting.SAME_KIND);
    Float64Array array = Float64Array.zeros(2, 3);
    List<Recorded> seen =
        Recorded.during(() -> call(back, TestTensor.of(array), Float32Array.class));
    assertThat(seen)
        .extracting(Recorded::decision, Recorded::dtype, Recorded::bytes, Recorded::reason)
        .containsExactly(
            tuple("CAST", "float64", 24L, "float64 is cast to float32"),
            tuple("CAST", "float32", 48L, "what the method wrote is copied back"));
  }

  @Test
  void javaArraysAreTold() throws IOException {
    ArrayContract floats = X.javaArray().use(Use.WRITE_BACK);
    float[][] own = {{1, 2}};
    List<Recorded> seen =
        Recorded.during(() -> {
          call(X.javaArray(), TestTensor.of(MATRIX.select(0, 0)), float[].class);
          call(floats, NumpyArrays.describe(own, FLOAT32), float[][].class);
        });
    assertThat(seen.subList(2, seen.size()))
        .extracting(Recorded::framework, Recorded::shape, Recorded::bytes, Recorded::reason)
        .startsWith(tuple("arrays", "(1, 2)", 8L, "a Java array cannot view native memory"))
        .endsWith(tuple("arrays", "(1, 2)", 8L, "what the method wrote is copied back"));
    assertThat(seen.getFirst().plan())
        .isEqualTo(Plan.of(TestTensor.of(MATRIX.select(0, 0)), X.javaArray()));
  }

  @Test
  void aCopyThatServesTwoIsToldOnce() throws IOException {
    ArrayContract f = X.order(Order.F);
    List<Recorded> seen =
        Recorded.during(() -> {
          try (Call call = METHOD.begin()) {
            Argument x = call.argument(f, TestTensor.of(MATRIX));
            Argument y =
                call.argument(ArrayContract.of("y", FLOAT32).order(Order.F), TestTensor.of(MATRIX));
            call.check();
            assertThat(x.as(Float32Array.class).shape())
                .isEqualTo(y.as(Float32Array.class).shape());
          }
        });
    assertThat(seen)
        .extracting(Recorded::plan)
        .containsExactly(
            Plan.of(TestTensor.of(MATRIX), f),
            new Plan(
                "y",
                Plan.Step.REUSED,
                "the copy made for another parameter serves this one too",
                0));
  }

  @Test
  void copiedResultsAreTold() throws IOException {
    List<Recorded> seen =
        Recorded.during(() -> {
          try (Call call = METHOD.begin()) {
            Argument argument = call.argument(X, TestTensor.of(MATRIX));
            call.check();
            NumpyArrays.keep(argument.as(Float32Array.class));
          }
        });
    assertThat(seen.getLast())
        .isEqualTo(
            new Recorded(
                "result",
                "array",
                "arrays",
                "float32",
                "float32",
                "(2, 3)",
                24,
                "COPY",
                "it is an argument's array, which ends with the call"));
  }

  @Test
  void whatIsRefusedOrForbiddenIsNotTold() throws IOException {
    ArrayContract strict = X.order(Order.C).use(Use.VIEW);
    assertThat(
            Recorded.during(() -> {
              assertThatThrownBy(
                  () -> call(strict, TestTensor.of(MATRIX.transpose()), Float32Array.class));
              assertThatThrownBy(() ->
                  Copies.forbid(() -> {
                    call(X.use(Use.COPY), TestTensor.of(MATRIX), Float32Array.class);
                  }));
            }))
        .isEmpty();
  }

  /** A recording that asks for nothing is not flooded by views. */
  @Test
  void onlyWhatTakesLongIsRecordedByDefault() {
    try (Recording recording = new Recording()) {
      recording.start();
      assertThat(
              jdk.jfr.FlightRecorder.getFlightRecorder().getEventTypes().stream()
                  .filter(type -> type.getName().equals(Recorded.EVENT))
                  .flatMap(type -> type.getSettingDescriptors().stream())
                  .filter(setting -> setting.getName().equals("threshold"))
                  .map(jdk.jfr.SettingDescriptor::getDefaultValue))
          .containsExactly("1 ms");
    }
  }

  /** Images made by jlink may lack the module. */
  @Test
  void callsDoNotNeedFlightRecordings() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutRecordings.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(printed.strip()).isEqualTo("6.0, 48 bytes copied");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Casts, and prints the last element. */
  static final class WithoutRecordings {
    private WithoutRecordings() {}

    public static void main(String[] args) {
      if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
        throw new IllegalStateException("this JVM has flight recordings");
      }
      ArrayContract wide = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
      Float32Array matrix = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
      try (Call call = METHOD.begin()) {
        Argument argument = call.argument(wide, NumpyArrays.describe(matrix));
        call.check();
        System.out.printf(
            "%s, %d bytes copied%n",
            argument.as(Float64Array.class).get(1, 2), Copies.statistics().bytes());
      }
    }
  }
}
