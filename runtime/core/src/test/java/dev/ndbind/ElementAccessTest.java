package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Elements.Indices;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.OwnedMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All typed classes against a brute-force model, over layouts of every kind. */
class ElementAccessTest {
  private static final long SEED = 20260102;
  private static final List<Indices> KINDS = List.of(Indices.values());

  static List<DType> dtypes() {
    return DType.concrete();
  }

  /** Random views of random bases of rank 0 to 6, some of them empty. */
  private static Stream<ViewModel> views(DType dtype, byte[] bytes, Random random) {
    return Stream.generate(
            () -> {
              long[] shape = shape(random, bytes.length / dtype.itemsize());
              NumpyArray base = Elements.of(dtype, bytes, shape);
              ViewModel view = ViewModel.of(base);
              for (int steps = random.nextInt(6); steps > 0; steps--) {
                view = view.step(random);
              }
              return view;
            })
        .limit(60);
  }

  /** 24 elements along 1 to 6 axes. */
  private static long[] shape(Random random, int count) {
    assertThat(count).isEqualTo(24);
    long[][] shapes = {
      {24},
      {4, 6},
      {24, 1},
      {2, 3, 4},
      {1, 6, 4},
      {2, 3, 1, 4},
      {2, 2, 3, 2},
      {2, 3, 1, 2, 2},
      {1, 2, 3, 2, 2, 1},
      {1, 1, 2, 2, 6, 1}
    };
    return shapes[random.nextInt(shapes.length)];
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void readsWhatTheIndexReaches(DType dtype) {
    Random random = new Random(SEED);
    byte[] bytes = Elements.random(dtype, 24, random);
    views(dtype, bytes, random)
        .forEach(view -> {
          List<List<Long>> indices = view.indices();
          assertThat(view.array().shape())
              .as("%s, seed %d", view.history(), SEED)
              .isEqualTo(ViewModel.unboxed(view.shape()));
          for (int n = 0; n < indices.size(); n++) {
            List<Object> expected = Elements.decode(dtype, bytes, view.reached().get(n));
            for (Indices kind : Indices.values()) {
              assertThat(Elements.get(view.array(), kind, ViewModel.unboxed(indices.get(n))))
                  .as("%s%s by %s, seed %d", view.history(), indices.get(n), kind, SEED)
                  .isEqualTo(expected);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void writesWhatTheIndexReachesAndNothingElse(DType dtype) {
    Random random = new Random(SEED + 1);
    byte[] bytes = Elements.random(dtype, 24, random);
    views(dtype, bytes, random)
        .filter(view -> !view.reached().isEmpty())
        .forEach(view -> {
          NumpyArray base = baseOf(view, dtype);
          int n = random.nextInt(view.reached().size());
          byte[] raw = Elements.random(dtype, 1, random);
          Indices kind = KINDS.get(random.nextInt(KINDS.size()));
          long[] index = ViewModel.unboxed(view.indices().get(n));
          Elements.set(view.array(), Elements.decode(dtype, raw, 0), kind, index);
          byte[] expected = bytes.clone();
          int at = view.reached().get(n) * dtype.itemsize();
          System.arraycopy(raw, 0, expected, at, raw.length);
          assertThat(base.segment().toArray(ValueLayout.JAVA_BYTE))
              .as("%s%s by %s, seed %d", view.history(), Arrays.toString(index), kind, SEED)
              .isEqualTo(expected);
        });
  }

  private static NumpyArray baseOf(ViewModel view, DType dtype) {
    long start = ((OwnedMemory) view.array().lease).address();
    return ArrayFactory.make(
        dtype,
        new NumpyArray.Memory(
            view.array().lease, start, new long[] {24}, new long[] {dtype.itemsize()}, true));
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void copiesWhatTheIndicesReach(DType dtype) {
    Random random = new Random(SEED + 2);
    byte[] bytes = Elements.random(dtype, 24, random);
    views(dtype, bytes, random)
        .forEach(view -> {
          byte[] expected = expectedBytes(view, dtype, bytes);
          String what = "%s, seed %d".formatted(view.history(), SEED);
          for (Order order : Order.values()) {
            NumpyArray copy = view.array().copy(order);
            assertThat(copy.isContiguous(order)).as(what).isTrue();
            assertThat(copy.isWritable()).as(what).isTrue();
            assertThat(copy.getClass()).isEqualTo(view.array().getClass());
            assertThat(bytesOf(copy)).as("%s copied in %s", what, order).isEqualTo(expected);
          }
          assertThat(view.array().copy().segment().toArray(ValueLayout.JAVA_BYTE))
              .as(what)
              .isEqualTo(expected);
          NumpyArray target = Elements.zeros(dtype, view.array().shape());
          view.array().copyTo(target);
          assertThat(bytesOf(target)).as(what).isEqualTo(expected);
        });
  }

  private static byte[] expectedBytes(ViewModel view, DType dtype, byte[] bytes) {
    int size = dtype.itemsize();
    byte[] expected = new byte[view.reached().size() * size];
    for (int n = 0; n < view.reached().size(); n++) {
      System.arraycopy(bytes, view.reached().get(n) * size, expected, n * size, size);
    }
    return expected;
  }

  private static byte[] bytesOf(NumpyArray array) {
    byte[] found = new byte[Math.toIntExact(array.size() * array.dtype().itemsize()) + 1];
    array.copyTo(MemorySegment.ofArray(found));
    assertThat(found[found.length - 1]).as("behind the elements").isZero();
    return Arrays.copyOf(found, found.length - 1);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void namesTheIndexThatDoesNotExist(DType dtype) {
    NumpyArray array = Elements.zeros(dtype, 2, 3, 4).transpose(0, 2, 1);
    for (Indices kind : Indices.values()) {
      refuses(array, kind, "index 2 is out of bounds for axis 0 with size 2", 2, 0, 0);
      refuses(array, kind, "index -1 is out of bounds for axis 1 with size 4", 0, -1, 0);
      refuses(array, kind, "index 3 is out of bounds for axis 2 with size 3", 1, 3, 3);
      refuses(array, kind, "2 indices for an array of rank 3", 0, 0);
      refuses(array, kind, "4 indices for an array of rank 3", 0, 0, 0, 0);
      refuses(array, kind, "0 indices for an array of rank 3");
      refuses(array, kind, "5 indices for an array of rank 3", 0, 0, 0, 0, 0);
      NumpyArray empty = Elements.zeros(dtype, 2, 0);
      refuses(empty, kind, "index 0 is out of bounds for axis 1 with size 0", 0, 0);
      refuses(Elements.zeros(dtype).reshape(), kind, "1 indices for an array of rank 0", 0);
      NumpyArray deep = Elements.zeros(dtype, 1, 1, 1, 1, 2);
      refuses(deep, kind, "index 2 is out of bounds for axis 4 with size 2", 0, 0, 0, 0, 2);
    }
    refuses(
        array,
        Indices.LONG,
        "index 4294967296 is out of bounds for axis 0 with size 2",
        1L << 32,
        0,
        0);
  }

  /** The long axis has stride 0, so that the others tell whether the right element is found. */
  @ParameterizedTest
  @MethodSource("dtypes")
  void readsAxesLongerThanAnInt(DType dtype) {
    byte[] bytes = Elements.random(dtype, 2, new Random(SEED));
    NumpyArray pair = Elements.of(dtype, bytes, 2);
    for (int rank = 1; rank <= 5; rank++) {
      for (int axis = 0; axis < rank; axis++) {
        readsBeyondAnInt(longAlong(axis, rank, pair), axis, bytes);
      }
    }
  }

  private static final long FAR = Integer.MAX_VALUE + 7L;

  /** All axes have two elements, of which the last one's differ, but one has many equal ones. */
  private static NumpyArray longAlong(int axis, int rank, NumpyArray pair) {
    long[] shape = new long[rank];
    Arrays.fill(shape, 2);
    shape[axis] = FAR;
    long[] byteStrides = new long[rank];
    byteStrides[rank - 1] = axis == rank - 1 ? 0 : pair.dtype().itemsize();
    ArrayAccess access = ArrayAccess.get();
    return access.make(
        pair.dtype(), access.lease(pair), access.address(pair), shape, byteStrides, true);
  }

  private static void readsBeyondAnInt(NumpyArray array, int axis, byte[] bytes) {
    long[] index = new long[array.rank()];
    index[index.length - 1] = 1;
    int reached = axis == index.length - 1 ? 0 : 1;
    for (long i : new long[] {0, Integer.MAX_VALUE - 1L, Integer.MAX_VALUE, FAR - 1}) {
      index[axis] = i;
      List<Object> expected = Elements.decode(array.dtype(), bytes, reached);
      for (Indices kind : Indices.values()) {
        if (kind != Indices.INT || i <= Integer.MAX_VALUE) {
          assertThat(Elements.get(array, kind, index)).as("%s by %s", i, kind).isEqualTo(expected);
          Elements.set(array, expected, kind, index);
        }
      }
    }
    index[axis] = FAR;
    String message =
        "index 2147483654 is out of bounds for axis %d with size 2147483654".formatted(axis);
    refuses(array, Indices.LONG, message, index);
    refuses(array, Indices.VARARGS, message, index);
  }

  private static void refuses(NumpyArray array, Indices kind, String message, long... index) {
    List<Object> zero = Elements.decode(array.dtype(), new byte[16], 0);
    String what = array.dtype() + " by " + kind;
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .as(what)
        .isThrownBy(() -> Elements.get(array, kind, index))
        .withMessage(message);
    for (NumpyArray target : List.of(array, array.asReadOnly())) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .as(what)
          .isThrownBy(() -> Elements.set(target, zero, kind, index))
          .withMessage(message);
    }
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void readOnlyArraysAndTheirSlicesRefuseToBeSet(DType dtype) {
    NumpyArray array = Elements.zeros(dtype, 2, 3);
    List<Object> zero = Elements.decode(dtype, new byte[16], 0);
    NumpyArray readOnly = array.asReadOnly();
    assertThat(array.isWritable()).isTrue();
    for (Indices kind : Indices.values()) {
      assertThatThrownBy(() -> Elements.set(readOnly, zero, kind, 1, 2))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage(
              "the array is read-only; an argument is writable if its use is WRITE, WRITE_BACK or"
                  + " COPY");
      for (NumpyArray slice :
          List.of(readOnly.select(0, 0), readOnly.reshape(6), readOnly.flip(0).select(0, 1))) {
        assertThat(slice.isWritable()).isFalse();
        assertThatThrownBy(() -> Elements.set(slice, zero, kind, 0))
            .isInstanceOf(UnsupportedOperationException.class);
      }
    }
    assertThatThrownBy(() -> array.copyTo(readOnly))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(readOnly.copy().isWritable()).isTrue();
  }

  @Test
  void writesThroughAnArrayAreSeenThroughItsReadOnlyViews() {
    Int32Array array = Int32Array.zeros(3);
    Int32Array readOnly = array.asReadOnly();
    array.set(1, 7);
    assertThat(readOnly.get(1)).isEqualTo(7);
  }
}
