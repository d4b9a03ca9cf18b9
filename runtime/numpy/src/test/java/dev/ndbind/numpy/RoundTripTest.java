package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.BFloat16Array;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.internal.memory.Strides;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arrays of every dtype and layout go to Java and back; NumPy itself says whether they are right.
 */
class RoundTripTest {
  private static final List<String> LAYOUTS =
      List.of(
          "plain",
          "transposed",
          "sliced",
          "flipped",
          "row",
          "scalar",
          "empty",
          "single",
          "broadcast",
          "repeated",
          "windows",
          "fortran");

  private final PythonModule layouts = Modules.find("layouts");

  static Stream<DType> dtypes() {
    return DType.concrete().stream().filter(dtype -> dtype != DType.BFLOAT16);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void arraysAreTheSameMemoryInBothLanguages(DType dtype) {
    PythonFunction make = layouts.function("make");
    PythonFunction facts = layouts.function("facts");
    for (String layout : LAYOUTS) {
      try (PythonObject made = make.call(layout, dtype.toString())) {
        NumpyArray array = made.asArray(NumpyArray.class);
        assertThat(array.dtype()).isEqualTo(dtype);
        assertThat(array.toString()).isEqualTo(layouts.call("text", made).asString());
        assertThat(facts(array)).as(layout).isEqualTo(facts.callString(made));
        assertThat(facts(array)).as(layout).isEqualTo(facts.callString(array));
        assertThat(layouts.call("is_made", array, layout, dtype.toString()).asBoolean())
            .as(layout)
            .isTrue();
      }
    }
  }

  private static String facts(NumpyArray array) {
    return "%s %s %s %s %d"
        .formatted(
            array.dtype(),
            Strides.print(array.shape()),
            Strides.print(array.byteStrides()),
            array.isWritable() ? "True" : "False",
            ArrayExport.of(array).address());
  }

  /** The control: an array that is not what was made is noticed. */
  @Test
  void theOracleNoticesDifferences() {
    NumpyArray array = layouts.call("make", "plain", "float32").asArray(NumpyArray.class);
    assertThat(isPlain(array)).isTrue();
    assertThat(isPlain(array.flip(0))).isFalse();
    assertThat(isPlain(array.transpose())).isFalse();
    assertThat(isPlain(array.asReadOnly())).isFalse();
    ((Float32Array) array).set(1, 2, 3, 0);
    assertThat(isPlain(array)).isFalse();
  }

  private boolean isPlain(NumpyArray array) {
    return layouts.call("is_made", array, "plain", "float32").asBoolean();
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void layoutsMadeInJavaAreThoseOfNumpy(DType dtype) {
    NumpyArray base =
        layouts.call("make", "plain", dtype.toString()).asArray(NumpyArray.class).copy();
    assertMade(base.transpose(), "transposed", dtype);
    assertMade(base.slice(1, 1, 3).slice(2, 0, 4, 2), "sliced", dtype);
    assertMade(base.flip(0).flip(2), "flipped", dtype);
    assertMade(base.select(0, 1).select(0, 2), "row", dtype);
    assertMade(base.select(0, 1).select(0, 2).select(0, 3), "scalar", dtype);
    assertMade(base.slice(1, 3, 3), "empty", dtype);
    assertMade(base.slice(0, 1, 2).slice(2, 2, 3), "single", dtype);
  }

  private void assertMade(NumpyArray array, String layout, DType dtype) {
    assertThat(layouts.call("is_made", array, layout, dtype.toString()).asBoolean())
        .as(layout)
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"INT16", "FLOAT32", "FLOAT64", "COMPLEX64", "COMPLEX128"})
  void otherByteOrdersAndAlignmentsAreCopiedOnce(DType dtype) {
    NumpyArray expected = layouts.call("make", "plain", dtype.toString()).asArray(NumpyArray.class);
    for (String name : List.of("swapped", "misaligned")) {
      PythonFunction make = layouts.function(name);
      long before = Copies.statistics().results();
      NumpyArray copied = make.callArray(NumpyArray.class, dtype.toString());
      assertThat(Copies.statistics().results() - before).isEqualTo(1);
      assertThat(copied.toString()).isEqualTo(expected.toString());
      assertThat(ArrayExport.of(copied).isShareable()).isTrue();
      assertThatThrownBy(
              () -> Copies.forbid(() -> make.callArray(NumpyArray.class, dtype.toString())))
          .isInstanceOf(ContractException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object",
        "string",
        "bytes",
        "structured",
        "date",
        "longdouble",
        "masked",
        "list",
        "none"
      })
  void whatJavaHasNoArraysForIsRefused(String kind) {
    assertThatThrownBy(() -> layouts.function("odd").callArray(NumpyArray.class, kind))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("layouts.odd: result ");
  }

  @Test
  void theDtypeMustBeExactlyTheClasss() {
    assertThatThrownBy(
            () -> layouts.function("make").callArray(Float64Array.class, "plain", "float32"))
        .isInstanceOf(ContractException.class)
        .hasMessage("layouts.make: result has dtype float32, expected float64");
  }

  @Test
  void bfloat16IsRefused() {
    assertThatThrownBy(() -> layouts.call("facts", BFloat16Array.zeros(2)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("bfloat16");
  }

  @Test
  void manyAxesAreRefusedByNumpyAlone() {
    long[] ones = new long[70];
    Arrays.fill(ones, 1);
    Float64Array array = Float64Array.zeros(ones);
    assertThatThrownBy(() -> layouts.call("facts", array)).isInstanceOf(PythonException.class);
  }

  @Test
  void scalarsOfNumpyAreArraysWithoutAxes() {
    PythonFunction mean = Interpreter.start().module("numpy").function("mean");
    Float64Array one = mean.callArray(Float64Array.class, Float64Array.zeros(3));
    assertThat(one.rank()).isZero();
    assertThat(one.get()).isZero();
  }

  /** Ndarrays of arguments are used again: no call may see what an earlier one did to them. */
  @Test
  void changesOfAnNdarrayStayInTheCall() {
    Float32Array array = layouts.function("make").callArray(Float32Array.class, "plain", "float32");
    for (int i = 0; i < 20; i++) {
      layouts.call("change", array).close();
      layouts.call("export", array).close();
      layouts.call("swap", array).close();
      layouts.call("watch", array).close();
      assertThat(isPlain(array)).isTrue();
      assertThat(layouts.call("is_made", array.transpose(), "transposed", "float32").asBoolean())
          .isTrue();
    }
    assertThat(layouts.function("are_weak_gone").callBoolean()).isTrue();
  }
}
