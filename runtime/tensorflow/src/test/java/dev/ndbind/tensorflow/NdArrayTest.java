package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.BoolArray;
import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.BooleanNdArray;
import org.tensorflow.ndarray.ByteNdArray;
import org.tensorflow.ndarray.DoubleNdArray;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.IntNdArray;
import org.tensorflow.ndarray.LongNdArray;
import org.tensorflow.ndarray.NdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.ShortNdArray;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** NdArrays that are no tensors: TensorFlow's own accessors say what is in them. */
class NdArrayTest {
  private static final Shape SHAPE = Shape.of(2, 3, 4);

  /** One kind of NdArray, and of array. */
  record Kind(
      NumpyArray array,
      Function<NumpyArray, NdArray<?>> toNdArray,
      Function<NdArray<?>, NumpyArray> toArray) {
    @Override
    public String toString() {
      return array.dtype().toString();
    }
  }

  static Stream<Kind> kinds() {
    boolean[] truths = new boolean[24];
    byte[] bytes = new byte[24];
    short[] shorts = new short[24];
    int[] ints = new int[24];
    long[] longs = new long[24];
    float[] floats = new float[24];
    double[] doubles = new double[24];
    for (int i = 0; i < 24; i++) {
      truths[i] = i % 3 == 1;
      bytes[i] = (byte) (i * 11 - 100);
      shorts[i] = (short) (i * 1111);
      ints[i] = i * 111_111;
      longs[i] = i * 1_111_111_111_111L;
      floats[i] = i / 3f;
      doubles[i] = i / 3d;
    }
    return Stream.of(
        new Kind(
            BoolArray.of(truths, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((BoolArray) a),
            n -> TensorFlowNdArrays.array((BooleanNdArray) n)),
        new Kind(
            Int8Array.of(bytes, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((Int8Array) a),
            n -> TensorFlowNdArrays.array((ByteNdArray) n)),
        new Kind(
            Int16Array.of(shorts, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((Int16Array) a),
            n -> TensorFlowNdArrays.array((ShortNdArray) n)),
        new Kind(
            Int32Array.of(ints, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((Int32Array) a),
            n -> TensorFlowNdArrays.array((IntNdArray) n)),
        new Kind(
            Int64Array.of(longs, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((Int64Array) a),
            n -> TensorFlowNdArrays.array((LongNdArray) n)),
        new Kind(
            Float32Array.of(floats, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((Float32Array) a),
            n -> TensorFlowNdArrays.array((FloatNdArray) n)),
        new Kind(
            Float64Array.of(doubles, 2, 3, 4),
            a -> TensorFlowNdArrays.ndArray((Float64Array) a),
            n -> TensorFlowNdArrays.array((DoubleNdArray) n)));
  }

  private static List<String> elements(NdArray<?> ndArray) {
    return ndArray.streamOfObjects().map(Object::toString).toList();
  }

  /** In C order, by the array's own accessors. */
  private static List<String> elements(NumpyArray array) {
    return switch (array) {
      case BoolArray a -> list(a.toArray());
      case Int8Array a -> list(a.toArray());
      case Int16Array a -> list(a.toArray());
      case Int32Array a -> list(a.toArray());
      case Int64Array a -> list(a.toArray());
      case Float32Array a -> list(a.toArray());
      case Float64Array a -> list(a.toArray());
      default -> throw new AssertionError(array.dtype());
    };
  }

  private static List<String> list(Object javaArray) {
    return java.util.stream.IntStream.range(0, java.lang.reflect.Array.getLength(javaArray))
        .mapToObj(i -> java.lang.reflect.Array.get(javaArray, i).toString())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void elementsAreTheSameOnBothSides(Kind kind) {
    for (NumpyArray array :
        new NumpyArray[] {
          kind.array,
          kind.array.transpose(),
          kind.array.slice(1, 1, 3).flip(0),
          kind.array.select(0, 1).select(0, 2).select(0, 3),
          kind.array.slice(1, 3, 3),
        }) {
      NdArray<?> ndArray = kind.toNdArray.apply(array);
      assertThat(ndArray.shape().asArray()).isEqualTo(array.shape());
      if (array.size() > 0) { // TensorFlow cannot walk through nothing.
        assertThat(elements(ndArray)).isEqualTo(elements(array));
      }
      NumpyArray back = kind.toArray.apply(ndArray);
      assertThat(back.shape()).isEqualTo(array.shape());
      assertThat(elements(back)).isEqualTo(elements(array));
      assertThat(back.isWritable()).isTrue();
    }
  }

  @Test
  void slicesOfTensorFlowsAreCopiedAsTheyAre() {
    FloatNdArray ndArray = NdArrays.ofFloats(SHAPE);
    for (int i = 0; i < 24; i++) {
      ndArray.setFloat(i, i / 12, i / 4 % 3, i % 4);
    }
    FloatNdArray slice = ndArray.slice(Indices.all(), Indices.at(1), Indices.odd());
    assertThat(TensorFlowNdArrays.array(slice).toNestedArray(float[][].class))
        .isDeepEqualTo(new float[][] {{5, 7}, {17, 19}});
    assertThat(TensorFlowNdArrays.array(StdArrays.ndCopyOf(new int[][] {{1, 2}, {3, 4}})).get(1, 0))
        .isEqualTo(3);
  }

  @Test
  void memoryIsSharedWhereItIsContiguous() {
    Float32Array array = Float32Array.zeros(2, 3);
    FloatNdArray ndArray = TensorFlowNdArrays.ndArray(array);
    array.set(1, 2, 5);
    assertThat(ndArray.getFloat(1, 2)).isEqualTo(5);
    ndArray.setFloat(7, 0, 0);
    assertThat(array.get(0, 0)).isEqualTo(7);
    array.free();
    System.gc();
    assertThat(ndArray.getFloat(0, 0)).isEqualTo(7);
    FloatNdArray readOnly = TensorFlowNdArrays.ndArray(Float32Array.zeros(2).asReadOnly());
    assertThatThrownBy(() -> readOnly.setFloat(1, 0)).isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void othersAreCopiedAndCounted() {
    Float32Array array = Float32Array.zeros(2, 3);
    Copies.forbid(() -> TensorFlowNdArrays.ndArray(array));
    assertThatThrownBy(() -> Copies.forbid(() -> TensorFlowNdArrays.ndArray(array.transpose())))
        .isInstanceOf(ContractException.class);
  }

  /** TUint8 is a ByteNdArray, whose elements only its own class knows as unsigned. */
  @Test
  void tensorsAreRefused() {
    try (TUint8 bytes = TUint8.vectorOf((byte) 200);
        TFloat32 floats = TFloat32.vectorOf(1)) {
      assertThatThrownBy(() -> TensorFlowNdArrays.array(bytes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("TensorFlow.view");
      assertThatThrownBy(() -> TensorFlowNdArrays.array(floats))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void freedArraysAreRefused() {
    Float32Array array = Float32Array.zeros(2, 3);
    array.free();
    assertThatThrownBy(() -> TensorFlowNdArrays.ndArray(array))
        .isInstanceOf(IllegalStateException.class);
  }
}
