package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.BFloat16Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.numpy.PythonException;
import dev.ndbind.numpy.PythonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real NumPy takes what was exported, and gives what is taken. */
class NumpyTest {
  private static final int ROUNDS = 25;
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
          "fortran");

  static Stream<DType> dtypes() {
    return DType.concrete().stream().filter(dtype -> dtype != DType.BFLOAT16);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void numpyTakesTensors(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      NumpyArray array = Layouts.random(dtype, random);
      try (PythonObject taken = Exchange.taken(DLPack.export(array), true)) {
        assertThat(Exchange.facts(taken)).isEqualTo(Exchange.facts(array));
        assertThat(Exchange.text(taken)).isEqualTo(array.toString());
        if (array.size() > 0) { // Else NumPy has memory of its own.
          assertThat(Exchange.isWritable(taken)).isEqualTo(array.isWritable());
          assertThat(Exchange.address(taken)).isEqualTo(ArrayExport.of(array).address());
        }
      }
      try (PythonObject taken = Exchange.taken(DLPack.exportUnversioned(array), false)) {
        assertThat(Exchange.text(taken)).isEqualTo(array.toString());
      }
    }
    assertThat(Waiting.areAllDeleted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void tensorsOfNumpyAreTaken(DType dtype) {
    for (String layout : LAYOUTS) {
      try (PythonObject made = Exchange.make(layout, dtype.toString())) {
        NumpyArray taken = DLPack.take(Exchange.given(made, true), NumpyArray.class);
        assertThat(Exchange.facts(taken)).as(layout).isEqualTo(Exchange.facts(made));
        assertThat(taken.toString()).as(layout).isEqualTo(Exchange.text(made));
        assertThat(taken.isWritable()).as(layout).isEqualTo(Exchange.isWritable(made));
        if (taken.size() > 0) {
          assertThat(ArrayExport.of(taken).address()).isEqualTo(Exchange.address(made));
        }
        taken.free();
        if (Exchange.isWritable(made)) { // NumPy makes no other unversioned ones.
          NumpyArray old = DLPack.takeUnversioned(Exchange.given(made, false), NumpyArray.class);
          assertThat(old.toString()).as(layout).isEqualTo(Exchange.text(made));
          assertThat(old.isWritable()).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsSeenOnTheOtherSide(boolean fromJava) {
    Float64Array array;
    PythonObject other;
    if (fromJava) {
      array = Float64Array.zeros(3);
      other = Exchange.taken(DLPack.export(array), true);
    } else {
      other = Exchange.counted(3, 1);
      array = DLPack.take(Exchange.given(other, true), Float64Array.class);
    }
    try (other) {
      Exchange.put(other, 5);
      assertThat(array.toArray()).containsExactly(5, 5, 5);
      array.set(0, 7);
      assertThat(Exchange.total(other)).isEqualTo(17);
    }
  }

  /** The array is freed and gone; NumPy has its memory until it drops it. */
  @Test
  void whatNumpyKeepsStaysValid() {
    assertThat(Waiting.areAllDeleted()).isTrue();
    Float64Array array = Float64Array.of(new double[] {1, 2, 4});
    try (PythonObject taken = Exchange.taken(DLPack.export(array), true)) {
      Exchange.keep(taken);
    }
    array.free();
    System.gc();
    assertThat(Exports.count()).isOne();
    Exchange.drop();
    assertThat(Waiting.until(() -> Exports.count() == 0)).isTrue();
  }

  /** The ndarray is gone; the array has its memory until it is freed. */
  @Test
  void whatJavaKeepsStaysValid() {
    Float64Array array;
    try (PythonObject made = Exchange.counted(1000, 3)) {
      array = DLPack.take(Exchange.given(made, true), Float64Array.class);
    }
    Exchange.drop();
    assertThat(array.get(999)).isEqualTo(3);
    array.free();
  }

  @Test
  void numpyRefusesWhatItLacks() {
    assertThat(Waiting.areAllDeleted()).isTrue();
    long tensor = DLPack.export(BFloat16Array.zeros(2));
    assertThatThrownBy(() -> Exchange.taken(tensor, true)).isInstanceOf(PythonException.class);
    assertThat(Exports.count()).isOne();
    DLPack.delete(tensor);
    assertThat(Exports.count()).isZero();
  }
}
