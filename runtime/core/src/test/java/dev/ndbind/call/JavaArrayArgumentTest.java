package dev.ndbind.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.BoolArray;
import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parameters that are Java arrays: always fresh copies. */
class JavaArrayArgumentTest {
  private static final MethodContract METHOD = MethodContract.of("A.f", "n");
  private static final ArrayContract FLOATS = ArrayContract.of("x", DType.FLOAT32).javaArray();

  private static <T> T convert(
      ArrayContract contract, @Nullable TensorDescription tensor, Class<T> type) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      return argument.as(type);
    }
  }

  private static <T> T fresh(ArrayContract contract, T array, DType dtype) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) array.getClass();
    return convert(contract, NumpyArrays.describe((Object) array, dtype), type);
  }

  @Test
  void tensorsBecomeJavaArraysOfOneAndTwoDimensions() {
    Float32Array matrix = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    assertThat(convert(FLOATS, TestTensor.of(matrix.transpose()), float[][].class))
        .isDeepEqualTo(new float[][] {{1, 4}, {2, 5}, {3, 6}});
    float[] row = convert(FLOATS, TestTensor.of(matrix.select(1, 2).flip(0)), float[].class);
    assertThat(row).containsExactly(6, 3);
    assertThat(convert(FLOATS, TestTensor.of(Float32Array.zeros(2, 0)), float[][].class))
        .isDeepEqualTo(new float[2][0]);
    BoolArray truths = BoolArray.of(new boolean[] {true, false, false, true}, 2, 2);
    ArrayContract bools = ArrayContract.of("x", DType.BOOL).javaArray();
    assertThat(convert(bools, TestTensor.of(truths.flip(0)), boolean[][].class))
        .isDeepEqualTo(new boolean[][] {{false, true}, {true, false}});
    ArrayContract bytes = ArrayContract.of("x", DType.UINT8).javaArray();
    UInt8Array unsigned = UInt8Array.of(new int[] {0, 127, 128, 255});
    assertThat(convert(bytes, TestTensor.of(unsigned), byte[].class))
        .containsExactly(0, 127, -128, -1);
    ArrayContract wide = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE).javaArray();
    assertThat(convert(wide, TestTensor.of(matrix.select(0, 0)), double[].class))
        .containsExactly(1, 2, 3);
  }

  @Test
  void javaArraysAreCopied() {
    float[][] own = {{1, 2}, {3, 4}};
    float[][] copy = fresh(FLOATS, own, DType.FLOAT32);
    assertThat(copy).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    copy[1][1] = 40;
    assertThat(own[1][1]).isEqualTo(4);
    boolean[][] truths = {{true}, {false}};
    assertThat(fresh(ArrayContract.of("x", DType.BOOL).javaArray(), truths, DType.BOOL))
        .isDeepEqualTo(truths);
    byte[] bytes = {-1, 0, 1};
    byte[] fresh = fresh(ArrayContract.of("x", DType.UINT8).javaArray(), bytes, DType.UINT8);
    assertThat(fresh).containsExactly(-1, 0, 1).isNotSameAs(bytes);
    assertThat(fresh(FLOATS, new float[0], DType.FLOAT32)).isEmpty();
  }

  @Test
  void jaggedArraysAndMissingRowsAreRefused() {
    assertThatThrownBy(() -> fresh(FLOATS, new float[][] {{1, 2}, {3, 4}, {5}}, DType.FLOAT32))
        .isInstanceOf(ContractException.class)
        .hasMessage("A.f: x is jagged: row 0 has 2 elements, row 2 has 1");
    assertThatThrownBy(() -> fresh(FLOATS, new float[][] {{1, 2}, null}, DType.FLOAT32))
        .isInstanceOf(ContractException.class)
        .hasMessage("A.f: x has no row 1: it is null");
    assertThat(NumpyArrays.describe((Object) null, DType.FLOAT32)).isNull();
  }

  @Test
  void shapesOfJavaArraysAreChecked() {
    Shape pattern = Shape.of("n 3", Axis.named(0), Axis.fixed(3));
    assertThatThrownBy(() -> fresh(FLOATS.shape(pattern), new float[][] {{1, 2}}, DType.FLOAT32))
        .hasMessage(
            "A.f: x shape (1, 2) does not fit \"n 3\": axis 1 has size 2, expected 3 (n=1)");
  }

  /** As tensors of the other overloads are. */
  @Test
  void axesOfSizeOneAreExpanded() {
    Shape pattern = Shape.of("#n #n", Axis.broadcast(0), Axis.broadcast(0));
    Shape rows = Shape.of("n #n", Axis.named(0), Axis.broadcast(0));
    Shape line = Shape.of("#n", Axis.broadcast(0));
    try (Call call = METHOD.begin()) {
      float[][] single = {{7}};
      float[][] column = {{1}, {2}, {3}};
      float[] one = {5};
      Argument a =
          call.argument(FLOATS.shape(pattern), NumpyArrays.describe(single, DType.FLOAT32));
      Argument b = call.argument(FLOATS.shape(rows), NumpyArrays.describe(column, DType.FLOAT32));
      Argument c = call.argument(FLOATS.shape(line), NumpyArrays.describe(one, DType.FLOAT32));
      Argument d =
          call.argument(FLOATS.shape(rows), TestTensor.of(Float32Array.of(new float[3], 3, 1)));
      call.check();
      assertThat(a.as(float[][].class))
          .isDeepEqualTo(new float[][] {{7, 7, 7}, {7, 7, 7}, {7, 7, 7}});
      float[][] seen = b.as(float[][].class);
      assertThat(seen).isDeepEqualTo(new float[][] {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
      seen[0][0] = 9;
      assertThat(seen[0][1] + column[0][0]).isEqualTo(2);
      assertThat(c.as(float[].class)).containsExactly(5, 5, 5);
      assertThat(d.as(float[][].class)).isDeepEqualTo(new float[3][3]);
    }
  }

  @Test
  void writesToJavaArraysComeBackToTensors() {
    Float64Array array = Float64Array.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
    TestTensor tensor = TestTensor.of(array.transpose());
    ArrayContract x = FLOATS.use(Use.WRITE_BACK).casting(Casting.SAME_KIND);
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(x, tensor);
      call.check();
      float[][] seen = argument.as(float[][].class);
      seen[2][1] = 60.5f;
      assertThat(array.get(1, 2)).isEqualTo(6);
      call.complete();
    }
    assertThat(array.toArray()).containsExactly(1, 2, 3, 4, 5, 60.5);
    assertThat(tensor.events).containsExactly("writableAddress", "written", "release");
    BoolArray truths = BoolArray.zeros(2);
    ArrayContract bools = ArrayContract.of("x", DType.BOOL).javaArray().use(Use.WRITE_BACK);
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(bools, TestTensor.of(truths));
      call.check();
      argument.as(boolean[].class)[1] = true;
      call.complete();
    }
    assertThat(truths.toArray()).containsExactly(false, true);
  }

  @Test
  void writesToJavaArraysComeBackToJavaArrays() {
    float[][] own = {{1, 2}, {3, 4}};
    float[] row = {1, 2};
    try (Call call = METHOD.begin()) {
      Argument x =
          call.argument(FLOATS.use(Use.WRITE_BACK), NumpyArrays.describe(own, DType.FLOAT32));
      Argument y =
          call.argument(
              ArrayContract.of("y", DType.FLOAT32).javaArray().use(Use.WRITE_BACK),
              NumpyArrays.describe(row, DType.FLOAT32));
      call.check();
      x.as(float[][].class)[1][0] = 30;
      y.as(float[].class)[1] = 20;
      assertThat(own[1][0]).isEqualTo(3);
      call.complete();
    }
    assertThat(own).isDeepEqualTo(new float[][] {{1, 2}, {30, 4}});
    assertThat(row).containsExactly(1, 20);
  }

  /** Without a pattern nothing else says how many axes there may be. */
  @Test
  void tensorsOfAnotherRankAreRefused() {
    Float32Array cube = Float32Array.zeros(2, 2, 2);
    assertThatThrownBy(() -> convert(FLOATS, TestTensor.of(cube), float[].class))
        .isInstanceOf(ContractException.class)
        .hasMessage("A.f: x shape (2, 2, 2) does not fit float[]: its rank is 3");
    assertThatThrownBy(() -> convert(FLOATS, TestTensor.of(cube.select(0, 0)), float[].class))
        .isInstanceOf(ContractException.class);
    assertThatThrownBy(() -> convert(FLOATS, TestTensor.of(Float32Array.zeros(4)), float[][].class))
        .isInstanceOf(ContractException.class);
  }
}
