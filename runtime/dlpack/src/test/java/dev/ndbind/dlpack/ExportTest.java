package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Views;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a consumer finds in a tensor, read by the declarations of dlpack.h. */
class ExportTest {
  private static final int ROUNDS = 60;

  static DType[] dtypes() {
    return DType.concrete().toArray(DType[]::new);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void elementsAreWhereTheTensorSays(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    assertThat(Waiting.areAllDeleted()).isTrue();
    for (int i = 0; i < ROUNDS; i++) {
      NumpyArray array = Layouts.random(dtype, random);
      assertSame(array, DLPack.export(array), true);
      assertSame(array, DLPack.exportUnversioned(array), false);
      assertThat(Exports.count()).isZero();
    }
  }

  private static void assertSame(NumpyArray array, long tensor, boolean isVersioned) {
    int itemsize = array.dtype().itemsize();
    int ndim = (int) Foreign.read(tensor, isVersioned, "ndim");
    long[] shape = new long[ndim];
    long[] byteStrides = new long[ndim];
    for (int axis = 0; axis < ndim; axis++) {
      shape[axis] = Foreign.number(Foreign.read(tensor, isVersioned, "shape"), axis);
      byteStrides[axis] =
          Foreign.number(Foreign.read(tensor, isVersioned, "strides"), axis) * itemsize;
    }
    long data = Foreign.read(tensor, isVersioned, "data");
    long address = data + Foreign.read(tensor, isVersioned, "byte_offset");
    assertThat(shape).isEqualTo(array.shape());
    assertThat(Layouts.bytes(address, shape, byteStrides, itemsize))
        .isEqualTo(Layouts.bytes(array));
    assertThat(data == 0).isEqualTo(array.size() == 0);
    assertThat(Foreign.read(tensor, isVersioned, "bits") & 0xff).isEqualTo(itemsize * 8L);
    assertThat(Foreign.read(tensor, isVersioned, "lanes")).isOne();
    assertThat(Foreign.read(tensor, isVersioned, "device_type")).isOne();
    if (isVersioned) {
      assertThat(Foreign.read(tensor, true, "major")).isOne();
      assertThat(Foreign.read(tensor, true, "flags")).isEqualTo(array.isWritable() ? 0 : 1);
      DLPack.delete(tensor);
    } else {
      DLPack.deleteUnversioned(tensor);
    }
  }

  @Test
  void typesHaveTheCodesOfTheHeader() {
    int[] codes = {6, 0, 0, 0, 0, 1, 1, 1, 1, 2, 4, 2, 2, 5, 5};
    for (int i = 0; i < codes.length; i++) {
      long tensor = DLPack.export(Layouts.zeros(DType.concrete().get(i), 1));
      assertThat(Foreign.read(tensor, true, "code")).isEqualTo(codes[i]);
      DLPack.delete(tensor);
    }
  }

  @Test
  void bytesCanBeOfAnyFloat8() {
    int code = 7;
    for (Float8 format : Float8.values()) {
      long tensor = DLPack.export(UInt8Array.zeros(3), format);
      assertThat(Foreign.read(tensor, true, "code")).isEqualTo(code++);
      assertThat(Foreign.read(tensor, true, "bits")).isEqualTo(8);
      assertThat(DLPack.take(tensor, format).size()).isEqualTo(3);
    }
  }

  /** Contiguous arrays have the strides that consumers without relaxed rules look for. */
  @Test
  void stridesThatLeadNowhereAreTidy() {
    long tensor = DLPack.export(Float32Array.zeros(3, 1, 4).flip(1).slice(1, 0, 1));
    long strides = Foreign.read(tensor, true, "strides");
    assertThat(new long[] {Foreign.number(strides, 0), Foreign.number(strides, 1)})
        .containsExactly(4, 4);
    DLPack.delete(tensor);
  }

  @Test
  void memoryIsSharedAndKept() {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3});
    long address = ArrayExport.of(array).address();
    long tensor = DLPack.export(array);
    array.set(0, 7);
    array.free();
    assertThatThrownBy(() -> array.get(0)).isInstanceOf(IllegalStateException.class);
    assertThat(Foreign.read(tensor, true, "data")).isEqualTo(address);
    Float32Array taken = DLPack.take(tensor, Float32Array.class);
    assertThat(taken.toArray()).containsExactly(7, 2, 3);
    taken.free();
  }

  @Test
  void freedArraysAreRefused() {
    Float32Array array = Float32Array.zeros(3);
    array.free();
    assertThat(Waiting.areAllDeleted()).isTrue();
    assertThatThrownBy(() -> DLPack.export(array)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> DLPack.exportCopy(array)).isInstanceOf(IllegalStateException.class);
    assertThat(Exports.count()).isZero();
  }

  @Test
  void copiesAreMarkedAndAlone() {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3});
    long tensor = DLPack.exportCopy(array.asReadOnly());
    assertThat(Foreign.read(tensor, true, "flags")).isEqualTo(2);
    Float32Array taken = DLPack.take(tensor, Float32Array.class);
    taken.set(0, 9);
    assertThat(array.get(0)).isEqualTo(1);
  }

  /** Consumers of old tensors may write them. */
  @Test
  void readOnlyArraysAreCopiedForUnversionedTensors() {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3});
    long before = Copies.statistics().results();
    long tensor = DLPack.exportUnversioned(array.asReadOnly());
    assertThat(Copies.statistics().results() - before).isOne();
    assertThat(Foreign.read(tensor, false, "data")).isNotEqualTo(ArrayExport.of(array).address());
    DLPack.deleteUnversioned(tensor);
    assertThat(Waiting.areAllDeleted()).isTrue();
    assertThatThrownBy(() -> Copies.forbid(() -> DLPack.exportUnversioned(array.asReadOnly())))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("read-only");
    assertThat(Exports.count()).isZero();
  }

  /** The fields of records are such arrays. */
  @Test
  void stridesThatAreNoWholeElementsAreCopied() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(64, 8);
      memory.set(java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED, 12, 2.5);
      NumpyArray array =
          Views.over(
              DType.FLOAT64, memory.address(), new long[] {2}, new long[] {12}, true, memory);
      long tensor = DLPack.export(array);
      assertThat(Foreign.read(tensor, true, "flags")).isEqualTo(2);
      assertThat(DLPack.take(tensor, Float64Array.class).get(1)).isEqualTo(2.5);
    }
  }
}
