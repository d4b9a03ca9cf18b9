package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.Use;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A written argument shares no byte with another, nor with itself. */
class OverlapRefusalTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");

  private static List<String> failures(
      ArrayContract x, TensorDescription a, ArrayContract y, TensorDescription b) {
    try (Call call = METHOD.begin()) {
      call.argument(x, a);
      call.argument(y, b);
      ContractException thrown = catchThrowableOfType(ContractException.class, call::check);
      return thrown == null ? List.of() : thrown.failures();
    }
  }

  private static List<String> failures(Use use, Float32Array a, Use other, Float32Array b) {
    return failures(
        ArrayContract.of("x", FLOAT32).use(use),
        NumpyArrays.describe(a),
        ArrayContract.of("y", FLOAT32).use(other),
        TestTensor.of(b));
  }

  @ParameterizedTest
  @EnumSource(Use.class)
  void refusesTheSameMemoryIfEitherIsWritten(Use other) {
    Float32Array array = Float32Array.zeros(4, 4);
    boolean bothWrite = other == Use.WRITE || other == Use.WRITE_BACK;
    for (Use use : new Use[] {Use.WRITE, Use.WRITE_BACK}) {
      for (Float32Array same : List.of(array, array.transpose(), array.select(0, 2))) {
        List<String> found = failures(use, array, other, same);
        assertThat(found).contains("x shares memory with y, and is written");
        assertThat(found).hasSize(bothWrite ? 2 : 1);
        assertThat(failures(other, array, use, same))
            .contains("y shares memory with x, and is written");
      }
    }
  }

  @Test
  void acceptsTheSameMemoryIfNeitherIsWritten() {
    Float32Array array = Float32Array.zeros(4, 4);
    for (Use use : new Use[] {Use.READ, Use.VIEW, Use.COPY}) {
      for (Use other : new Use[] {Use.READ, Use.VIEW, Use.COPY}) {
        assertThat(failures(use, array, other, array)).isEmpty();
      }
    }
  }

  @Test
  void acceptsInterleavedSlicesThatShareNoElement() {
    Float32Array array = Float32Array.zeros(8, 8);
    Float32Array even = array.slice(1, 0, 8, 2);
    Float32Array odd = array.slice(1, 1, 8, 2);
    assertThat(failures(Use.WRITE, even, Use.WRITE, odd)).isEmpty();
    assertThat(failures(Use.WRITE, even.flip(0), Use.READ, odd.transpose())).isEmpty();
    Float32Array third = array.reshape(64).slice(0, 1, 64, 3);
    assertThat(failures(Use.WRITE, even, Use.READ, third)).hasSize(1);
    assertThat(failures(Use.WRITE, array.slice(0, 0, 4), Use.WRITE, array.slice(0, 4, 8)))
        .isEmpty();
    assertThat(failures(Use.WRITE, array.slice(0, 0, 5), Use.READ, array.slice(0, 4, 8)))
        .hasSize(1);
  }

  @Test
  void acceptsEmptyPartsOfTheSameMemory() {
    Float32Array array = Float32Array.zeros(4, 4);
    assertThat(failures(Use.WRITE, array, Use.READ, array.slice(0, 2, 2))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITE", "WRITE_BACK"})
  void refusesTensorsInWhichTwoIndicesReachOneByte(Use use) {
    Float32Array array = Float32Array.zeros(12);
    ArrayContract x = ArrayContract.of("x", FLOAT32).use(use);
    ArrayContract y = ArrayContract.of("y", FLOAT32);
    TestTensor other = TestTensor.of(Float32Array.zeros(1));
    TestTensor expanded = TestTensor.strided(array, new long[] {3, 4}, new long[] {0, 4});
    assertThat(failures(x, expanded, y, other))
        .containsExactly(
            "x cannot be written: two indices reach one element (shape (3, 4), byte strides (0,"
                + " 4))");
    TestTensor windows = TestTensor.strided(array, new long[] {10, 3}, new long[] {4, 4});
    assertThat(failures(x, windows, y, other)).hasSize(1);
    TestTensor halfSteps = TestTensor.strided(array, new long[] {3}, new long[] {2});
    assertThat(failures(x, halfSteps, y, other)).hasSize(1);
    TestTensor single = TestTensor.strided(array, new long[] {1, 4}, new long[] {0, 4});
    assertThat(failures(x, single, y, other)).isEmpty();
    TestTensor empty = TestTensor.strided(array, new long[] {3, 0}, new long[] {0, 4});
    assertThat(failures(x, empty, y, other)).isEmpty();
    assertThat(failures(x.use(Use.READ), expanded, y, other)).isEmpty();
  }
}
