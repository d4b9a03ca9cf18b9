package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.annotation.DType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nested Java arrays of every element type and depth, element by element. */
class NestedTest {
  static DType[] dtypes() {
    return DType.concrete().toArray(DType[]::new);
  }

  private static Class<?> element(DType dtype) throws ReflectiveOperationException {
    return Elements.arrayClass(dtype).getMethod("toArray").getReturnType().getComponentType();
  }

  private static Class<?> type(Class<?> element, int rank) {
    Class<?> type = element;
    for (int i = 0; i < rank; i++) {
      type = type.arrayType();
    }
    return type;
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void nestedArraysGoInAndComeOut(DType dtype) throws ReflectiveOperationException {
    Random random = new Random(dtype.name().hashCode());
    Class<?> element = element(dtype);
    Method ofNested = Elements.arrayClass(dtype).getMethod("ofNested", Object[].class);
    Method toNested = Elements.arrayClass(dtype).getMethod("toNestedArray", Class.class);
    for (int rank = 2; rank <= 5; rank++) {
      long[] shape = random.longs(rank, 1, 4).toArray();
      int count = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      byte[] bytes = Elements.random(dtype, count, random);
      NumpyArray array = Elements.of(dtype, bytes, shape).transpose();
      Object nested = toNested.invoke(array, type(element, rank));
      assertSame(nested, array, new long[rank], 0);
      NumpyArray back = (NumpyArray) ofNested.invoke(null, nested);
      assertThat(back.shape()).isEqualTo(array.shape());
      assertSame(nested, back, new long[rank], 0);
      assertThat(back.toString()).isEqualTo(array.toString());
    }
  }

  private static void assertSame(Object nested, NumpyArray array, long[] index, int axis) {
    int parts = array.dtype().isComplex() && axis == array.rank() - 1 ? 2 : 1;
    assertThat(Array.getLength(nested)).isEqualTo((int) array.shape(axis) * parts);
    for (int i = 0; i < array.shape(axis); i++) {
      index[axis] = i;
      if (axis < array.rank() - 1) {
        assertSame(Array.get(nested, i), array, index, axis + 1);
      } else {
        List<Object> value = Elements.get(array, Elements.Indices.VARARGS, index);
        for (int part = 0; part < parts; part++) {
          assertThat(Array.get(nested, i * parts + part)).isEqualTo(value.get(part));
        }
      }
    }
  }

  @Test
  void emptyRowsKeepWhatSizesTheyTell() {
    assertThat(Float32Array.ofNested(new float[3][0]).shape()).containsExactly(3, 0);
    assertThat(Float32Array.ofNested(new float[0][3]).shape()).containsExactly(0, 0);
    assertThat(Float32Array.ofNested(new float[2][0][]).shape()).containsExactly(2, 0, 0);
    float[][] rows = Float32Array.zeros(3, 0).toNestedArray(float[][].class);
    assertThat(rows).hasDimensions(3, 0);
    assertThat(Float32Array.zeros(2).toNestedArray(float[].class)).containsExactly(0, 0);
  }

  @Test
  void raggedRowsAreRefusedWhereTheyDiffer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.ofNested(new float[][] {{1, 2}, {3, 4}, {5}}))
        .withMessage("the rows are ragged: [2] has 1 elements, the first of its kind has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int32Array.ofNested(new int[][][] {{{1}, {2}}, {{3}, {4, 5}}}))
        .withMessage("the rows are ragged: [1][1] has 2 elements, the first of its kind has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int32Array.ofNested(new int[][][] {{{1}, {2}}, {{3}}}))
        .withMessage("the rows are ragged: [1] has 1 elements, the first of its kind has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int32Array.ofNested(new int[][] {{1}, null}))
        .withMessage("row [1] is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int32Array.ofNested(new int[][] {null, {1}}))
        .withMessage("row [0] is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Complex64Array.ofNested(new float[][] {{1, 2, 3}}))
        .withMessage("the innermost rows have 3 elements, expected pairs");
  }

  /** No memory is asked for that the rows do not fill. */
  @Test
  void raggedRowsAreNoticedBeforeAnythingIsAllocated() {
    byte[][] rows = new byte[10_000_000][];
    rows[0] = new byte[10_000_000];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int8Array.ofNested(rows))
        .withMessage("row [1] is null");
  }

  @Test
  void typesMustBeTheArrays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.ofNested(new double[2][2]))
        .withMessage("double[][] has elements of double, expected float");
    Object[] itself = new Object[1];
    itself[0] = itself;
    assertThatIllegalArgumentException().isThrownBy(() -> Float32Array.ofNested(itself));
    Float32Array array = Float32Array.zeros(2, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.toNestedArray(float[][][].class))
        .withMessage("an array of rank 2 is no float[][][]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.toNestedArray(double[][].class))
        .withMessageContaining("expected float");
    assertThatIllegalArgumentException().isThrownBy(() -> array.toNestedArray(String.class));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.zeros().toNestedArray(float[].class));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UInt8Array.ofNested(new int[][] {{1, 256}}));
  }

  @Test
  void whatIsNoLongerValidIsRefused() {
    Float32Array array = Float32Array.zeros(2, 3);
    array.free();
    assertThatIllegalStateException().isThrownBy(() -> array.toNestedArray(float[][].class));
    assertThatIllegalStateException().isThrownBy(array::asBuffer);
  }
}
