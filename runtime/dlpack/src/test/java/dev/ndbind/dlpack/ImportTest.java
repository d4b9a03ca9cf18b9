package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.Int16Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors of every kind become arrays. */
class ImportTest {
  private static final int ROUNDS = 60;

  static DType[] dtypes() {
    return DType.concrete().toArray(DType[]::new);
  }

  /** Through both structures and back: the same elements at the same places. */
  @ParameterizedTest
  @MethodSource("dtypes")
  void whatWasExportedIsTaken(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      NumpyArray array = Layouts.random(dtype, random);
      NumpyArray taken = DLPack.take(DLPack.export(array), NumpyArray.class);
      assertThat(taken.dtype()).isEqualTo(dtype);
      assertThat(taken.isWritable()).isEqualTo(array.isWritable());
      assertThat(taken.shape()).isEqualTo(array.shape());
      assertThat(Layouts.bytes(taken)).isEqualTo(Layouts.bytes(array));
      assertThat(taken.isContiguous(Order.C)).isEqualTo(array.isContiguous(Order.C));
      assertThat(taken.isContiguous(Order.F)).isEqualTo(array.isContiguous(Order.F));
      taken.free();
    }
    assertThat(Waiting.areAllDeleted()).isTrue();
  }

  /**
   * A tensor of somebody else's, whose elements the brute-force loop reads by the header's rule.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void offsetsAndStridesAreThoseOfTheTensor(boolean isVersioned) {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      long[] shape = random.longs(random.nextInt(4), 0, 4).toArray();
      long[] strides = random.longs(shape.length, -9, 10).toArray();
      Foreign foreign = isVersioned ? Foreign.versioned() : Foreign.unversioned();
      foreign.type(0, 16).shape(shape).strides(strides).data(400).set("byte_offset", 200);
      Int16Array taken =
          isVersioned
              ? DLPack.take(foreign.address(), Int16Array.class)
              : DLPack.takeUnversioned(foreign.address(), Int16Array.class);
      long[] byteStrides = Arrays.stream(strides).map(stride -> stride * 2).toArray();
      assertThat(Layouts.bytes(taken))
          .isEqualTo(Layouts.bytes(foreign.get("data") + 200, shape, byteStrides, 2));
      assertThat(taken.isWritable()).isEqualTo(isVersioned);
      taken.free();
      assertThat(Waiting.until(() -> foreign.deletions() == 1)).isTrue();
    }
  }

  @Test
  void withoutStridesTheOrderIsC() {
    Foreign foreign = Foreign.versioned().type(1, 8).shape(2, 3).data(6);
    UInt8Array taken = DLPack.take(foreign.address(), UInt8Array.class);
    assertThat(taken.get(1, 0)).isEqualTo(3);
    assertThat(taken.isContiguous(Order.C)).isTrue();
  }

  @Test
  void flagsAreRespected() {
    Foreign foreign = Foreign.versioned().type(2, 32).shape(4).data(16).set("flags", 1);
    Float32Array taken = DLPack.take(foreign.address(), Float32Array.class);
    assertThatThrownBy(() -> taken.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    foreign = Foreign.versioned().type(2, 32).shape(4).data(16).set("flags", 2);
    assertThat(DLPack.take(foreign.address(), Float32Array.class).isWritable()).isTrue();
  }

  @Test
  void emptyTensorsNeedNoData() {
    Foreign foreign =
        Foreign.versioned().type(2, 32).shape(0, Long.MAX_VALUE).strides(Long.MAX_VALUE, 1);
    Float32Array taken = DLPack.take(foreign.address(), Float32Array.class);
    assertThat(taken.shape()).containsExactly(0, Long.MAX_VALUE);
    assertThat(taken.toArray()).isEmpty();
  }

  @Test
  void scalarsNeedNoSizes() {
    Foreign foreign = Foreign.versioned().type(0, 16).data(2);
    assertThat(DLPack.take(foreign.address(), Int16Array.class).get()).isEqualTo((short) 0x100);
  }

  @Test
  void pinnedMemoryIsTheHosts() {
    Foreign foreign = Foreign.versioned().type(1, 8).shape(3).data(3).set("device_type", 3);
    assertThat(DLPack.take(foreign.address(), UInt8Array.class).get(2)).isEqualTo(2);
  }

  @Test
  void laterMinorVersionsAreUnderstood() {
    Foreign foreign = Foreign.versioned().type(1, 8).shape(3).data(3).set("minor", 9);
    assertThat(DLPack.take(foreign.address(), UInt8Array.class).get(2)).isEqualTo(2);
  }

  @Test
  void theDeleterIsCalledOnceWhenNoArrayReachesTheMemory() {
    Foreign foreign = Foreign.versioned().type(1, 8).shape(3).data(3);
    takeAndDrop(foreign);
    assertThat(Waiting.collecting(() -> foreign.deletions() > 0)).isTrue();
    assertThat(foreign.deletions()).isOne();
  }

  private static void takeAndDrop(Foreign foreign) {
    NumpyArray part = DLPack.take(foreign.address(), UInt8Array.class).slice(0, 1, 2);
    System.gc();
    assertThat(foreign.deletions()).isZero();
    assertThat(part.toString()).isEqualTo("[1]");
  }

  @Test
  void freeingTwiceDeletesOnce() {
    Foreign foreign = Foreign.versioned().type(1, 8).shape(3).data(3);
    UInt8Array taken = DLPack.take(foreign.address(), UInt8Array.class);
    taken.free();
    taken.free();
    assertThat(Waiting.until(() -> foreign.deletions() > 0)).isTrue();
    assertThatThrownBy(() -> taken.get(0)).isInstanceOf(IllegalStateException.class);
    System.gc();
    assertThat(foreign.deletions()).isOne();
  }

  @Test
  void tensorsWithoutDeleterAreTaken() {
    Foreign foreign = Foreign.versioned().type(1, 8).shape(3).data(3).set("deleter", 0);
    UInt8Array taken = DLPack.take(foreign.address(), UInt8Array.class);
    assertThat(taken.get(1)).isOne();
    taken.free();
    DLPack.delete(foreign.address());
  }
}
