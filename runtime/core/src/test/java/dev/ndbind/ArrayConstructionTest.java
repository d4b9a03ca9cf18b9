package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayConstructionTest {

  /** Each class from and to its own kind of Java array, and through a view that is not dense. */
  @Test
  void arraysOfAllClassesComeBackFromJavaArrays() {
    boolean[] truths = {true, false, false, true};
    assertThat(BoolArray.of(truths, 2, 2).toArray()).isEqualTo(truths);
    assertThat(BoolArray.of(truths).flip(0).slice(0, 1, 4).toArray())
        .containsExactly(false, false, true);
    byte[] bytes = {1, -2, 127, -128};
    assertThat(Int8Array.of(bytes, 2, 2).transpose().toArray()).containsExactly(1, 127, -2, -128);
    short[] shorts = {1, -2, Short.MAX_VALUE, Short.MIN_VALUE};
    assertThat(Int16Array.of(shorts).toArray()).isEqualTo(shorts);
    assertThat(Int16Array.of(shorts, 2, 2).select(1, 1).toArray())
        .containsExactly((short) -2, Short.MIN_VALUE);
    int[] ints = {1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE};
    assertThat(Int32Array.of(ints, 4, 1).toArray()).isEqualTo(ints);
    long[] longs = {1, -2, Long.MAX_VALUE, Long.MIN_VALUE};
    assertThat(Int64Array.of(longs, 1, 2, 2).toArray()).isEqualTo(longs);
    assertThat(UInt64Array.of(longs).flip(0).toArray())
        .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, -2, 1);
    int[] small = {0, 1, 255, 128};
    assertThat(UInt8Array.of(small, 2, 2).transpose().toArray()).containsExactly(0, 255, 1, 128);
    int[] middle = {0, 65535, 32768, 1};
    assertThat(UInt16Array.of(middle).toArray()).isEqualTo(middle);
    long[] large = {0, 0xFFFF_FFFFL, 0x8000_0000L, 1};
    assertThat(UInt32Array.of(large).toArray()).isEqualTo(large);
    float[] floats = {1.5f, -0.25f, Float.POSITIVE_INFINITY, 0};
    assertThat(Float16Array.of(floats, 2, 2).transpose().transpose().toArray()).isEqualTo(floats);
    assertThat(BFloat16Array.of(floats).toArray()).isEqualTo(floats);
    assertThat(Float32Array.of(floats, 2, 2).toArray()).isEqualTo(floats);
    double[] doubles = {1.5, Double.MIN_VALUE, Double.NaN, -0.0};
    assertThat(Float64Array.of(doubles).toArray()).isEqualTo(doubles);
    assertThat(Complex64Array.of(floats).flip(0).toArray())
        .containsExactly(Float.POSITIVE_INFINITY, 0, 1.5f, -0.25f);
    assertThat(Complex128Array.of(doubles, 2, 1).toArray()).isEqualTo(doubles);
  }

  @Test
  void aShapeOfNoSizesMeansOneAxis() {
    assertThat(Float32Array.of(new float[] {1, 2, 3}).shape()).containsExactly(3);
    assertThat(Complex64Array.of(new float[] {1, 2, 3, 4}).shape()).containsExactly(2);
    assertThat(Float32Array.of(new float[0]).shape()).containsExactly(0);
    assertThat(Float32Array.zeros().rank()).isZero();
    assertThat(Float32Array.zeros().size()).isEqualTo(1);
    assertThat(Float32Array.zeros(0, 3).toArray()).isEmpty();
    assertThat(Float32Array.of(new float[] {5}, 1, 1).select(0, 0).select(0, 0).get()).isEqualTo(5);
  }

  @Test
  void zerosAreZeroInEveryClass() {
    for (DType dtype : DType.concrete()) {
      NumpyArray array = Elements.zeros(dtype, 3, 5);
      assertThat(array.segment().toArray(ValueLayout.JAVA_BYTE))
          .isEqualTo(new byte[15 * dtype.itemsize()]);
      assertThat(array.segment().address() % 64).isZero();
      assertThat(array.dtype()).isEqualTo(dtype);
      assertThat(array.getClass().getSimpleName()).isEqualToIgnoringCase(dtype + "Array");
      assertThat(array.byteStrides()).containsExactly(5L * dtype.itemsize(), dtype.itemsize());
    }
  }

  @Test
  void shapeAndDataMustAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Float32Array.of(new float[5], 2, 3))
        .withMessage("shape (2, 3) has 6 elements, the data 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Complex64Array.of(new float[4], 3))
        .withMessage("shape (3,) has 3 elements, the data 2");
    assertThatIllegalArgumentException().isThrownBy(() -> Complex128Array.of(new double[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int8Array.zeros(2, -1))
        .withMessage("negative size in shape (2, -1)");
  }

  @Test
  void unsignedClassesRefuseValuesOutOfRange() {
    UInt8Array bytes = UInt8Array.zeros(1);
    UInt16Array shorts = UInt16Array.zeros(1);
    UInt32Array ints = UInt32Array.zeros(1);
    List<Runnable> attempts = new ArrayList<>();
    for (int value : new int[] {-1, 256, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      attempts.add(() -> bytes.set(0, value));
      attempts.add(() -> UInt8Array.of(new int[] {value}));
    }
    for (int value : new int[] {-1, 65536, Integer.MIN_VALUE}) {
      attempts.add(() -> shorts.set(0, value));
    }
    for (long value : new long[] {-1, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
      attempts.add(() -> ints.set(0, value));
    }
    for (Runnable attempt : attempts) {
      assertThatIllegalArgumentException()
          .isThrownBy(attempt::run)
          .withMessageMatching("-?\\d+ is out of range for uint(8|16|32)");
    }
    assertThat(bytes.get(0) + shorts.get(0) + ints.get(0)).isZero();
    bytes.set(0, 255);
    shorts.set(0, 65535);
    ints.set(0, 0xFFFF_FFFFL);
    assertThat(bytes.get(0)).isEqualTo(255);
    assertThat(shorts.get(0)).isEqualTo(65535);
    assertThat(ints.get(0)).isEqualTo(0xFFFF_FFFFL);
  }

  /** Between neighbours a and b lies the tie, exact in a float; it goes to the even one. */
  @Test
  void float16RoundsToNearestTiesToEven() {
    Float16Array array = Float16Array.zeros(1);
    for (int bits = 0; bits < 0x7BFF; bits++) {
      float below = Elements.half((short) bits);
      float above = Elements.half((short) (bits + 1));
      float tie = (below + above) / 2;
      assertRounds(array, Math.nextDown(tie), below);
      assertRounds(array, tie, bits % 2 == 0 ? below : above);
      assertRounds(array, Math.nextUp(tie), above);
      assertRounds(array, -tie, bits % 2 == 0 ? -below : -above);
    }
    assertRounds(array, 65519.99f, 65504);
    assertRounds(array, 65520, Float.POSITIVE_INFINITY);
    assertRounds(array, Float.NaN, Float.NaN);
  }

  private static void assertRounds(Float16Array array, float value, float expected) {
    array.set(0, value);
    if (Float.compare(array.get(0), expected) != 0) {
      throw new AssertionError(value + " became " + array.get(0) + ", expected " + expected);
    }
  }

  @Test
  void bfloat16RoundsToNearestTiesToEven() {
    BFloat16Array array = BFloat16Array.zeros(1);
    for (int bits = 0; bits < 0x7F80; bits++) {
      float below = Float.intBitsToFloat(bits << 16);
      float above = Float.intBitsToFloat((bits + 1) << 16);
      float tie = Float.intBitsToFloat(bits << 16 | 0x8000);
      assertRounds(array, Math.nextDown(tie), below);
      assertRounds(array, tie, bits % 2 == 0 ? below : above);
      assertRounds(array, Math.nextUp(tie), above);
      assertRounds(array, -Math.nextUp(tie), -above);
    }
    assertRounds(array, Float.MAX_VALUE, Float.POSITIVE_INFINITY);
    assertRounds(array, Float.NaN, Float.NaN);
    assertRounds(array, Float.intBitsToFloat(0x7F80_0001), Float.NaN);
  }

  private static void assertRounds(BFloat16Array array, float value, float expected) {
    array.set(0, value);
    if (Float.compare(array.get(0), expected) != 0) {
      throw new AssertionError(value + " became " + array.get(0) + ", expected " + expected);
    }
  }

  @Test
  void segmentsAreTheMemoryOfDenseArraysOnly() {
    Int32Array array = Int32Array.of(new int[] {1, 2, 3, 4, 5, 6}, 2, 3);
    MemorySegment segment = array.segment();
    assertThat(segment.byteSize()).isEqualTo(24);
    assertThat(segment.isReadOnly()).isFalse();
    segment.setAtIndex(ValueLayout.JAVA_INT, 4, 50);
    assertThat(array.get(1, 1)).isEqualTo(50);
    assertThat(array.select(0, 1).segment().toArray(ValueLayout.JAVA_INT))
        .containsExactly(4, 50, 6);
    assertThat(array.asReadOnly().segment().isReadOnly()).isTrue();
    assertThat(Int32Array.zeros(0, 3).transpose().segment().byteSize()).isZero();
    assertThat(Int32Array.zeros().segment().byteSize()).isEqualTo(4);
    assertThatIllegalStateException()
        .isThrownBy(() -> array.transpose().segment())
        .withMessage(
            "the array is not C-contiguous: shape (3, 2), byte strides (4, 12); copy() makes one"
                + " that is");
    assertThat(array.copy(Order.F).transpose().segment().toArray(ValueLayout.JAVA_INT))
        .containsExactly(1, 4, 2, 50, 3, 6);
  }

  @Test
  void copiesOnlyToMemoryThatIsLargeEnough() {
    Int32Array array = Int32Array.of(new int[] {1, 2, 3}).flip(0);
    int[] target = new int[4];
    array.copyTo(MemorySegment.ofArray(target));
    assertThat(target).containsExactly(3, 2, 1, 0);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> array.copyTo(MemorySegment.ofArray(new byte[11])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.copyTo(Int32Array.zeros(3, 1)))
        .withMessage("cannot copy int32 (3,) to int32 (3, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.copyTo(UInt32Array.zeros(3)))
        .withMessage("cannot copy int32 (3,) to uint32 (3,)");
  }

  @Test
  void axesAreNamedInMessages() {
    Int32Array array = Int32Array.zeros(2, 3);
    assertThat(array.shape(-1)).isEqualTo(3);
    assertThat(array.shape(0)).isEqualTo(2);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> array.shape(2))
        .withMessage("axis 2 is out of bounds for an array of rank 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> array.flip(-3))
        .withMessage("axis -3 is out of bounds for an array of rank 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> array.select(1, -4))
        .withMessage("index -4 is out of bounds for axis 1 with size 3");
    assertThatIllegalArgumentException().isThrownBy(() -> array.transpose(0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.transpose(0))
        .withMessage("[0] is no permutation of the axes of an array of rank 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.slice(0, 0, 2, 0))
        .withMessage("step 0 is not positive; flip() reverses");
  }

  @Test
  void reshapeComputesOneSizeAndRefusesOthers() {
    Int32Array array = Int32Array.zeros(2, 3, 2);
    assertThat(array.reshape(-1).shape()).containsExactly(12);
    assertThat(array.reshape(4, -1, 1).shape()).containsExactly(4, 3, 1);
    assertThat(Int32Array.zeros(0, 3).reshape(5, -1).shape()).containsExactly(5, 0);
    long[][] refused = {
      {5}, {5, -1}, {-1, -1}, {-2, -6}, {0, -1}, {}, {1L << 32, 1L << 32}, {1L << 62, 4, 12}
    };
    for (long[] shape : refused) {
      assertThatIllegalArgumentException()
          .as(Arrays.toString(shape))
          .isThrownBy(() -> array.reshape(shape))
          .withMessageStartingWith("an array of shape (2, 3, 2) cannot be reshaped to (");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Int32Array.zeros(0, 3).reshape(0, -1))
        .withMessage("an array of shape (0, 3) cannot be reshaped to (0, -1)");
  }

  @Test
  void shapesAndStridesAreCopies() {
    Int32Array array = Int32Array.zeros(2, 3);
    array.shape()[0] = 9;
    array.byteStrides()[0] = 9;
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.byteStrides()).containsExactly(12, 4);
    long[] shape = {2, 3};
    Int32Array other = Int32Array.zeros(shape);
    shape[0] = 100;
    assertThat(other.shape(0)).isEqualTo(2);
  }
}
