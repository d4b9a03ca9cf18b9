package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Arrays that own their memory give it back: when they are freed, or when nobody has them. */
class FreeTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT32);
  private static final String FREED = "the memory of this array has been freed";

  /** Sizes that no other test has, so that memory that comes back is recognised. */
  private static Float32Array ones(int size) {
    Float32Array array = Float32Array.zeros(size);
    for (int i = 0; i < size; i++) {
      array.set(i, 1);
    }
    return array;
  }

  /** Whether new arrays of that size are given a piece of memory; and they are all zeros. */
  private static boolean isLentAgain(long address, int size) {
    Set<Float32Array> arrays = new HashSet<>();
    boolean found = false;
    for (int i = 0; i < 20; i++) {
      Float32Array array = Float32Array.zeros(size);
      for (int j = 0; j < size; j++) {
        assertThat(array.get(j)).isZero();
      }
      found |= array.address == address;
      arrays.add(array);
    }
    arrays.forEach(NumpyArray::free);
    return found;
  }

  @Test
  void memoryIsGivenBackAtOnce() {
    for (int size : new int[] {10_001, 1_000_003}) {
      Float32Array array = ones(size);
      Float32Array slice = array.slice(0, 0, size, 2);
      assertThat(isLentAgain(array.address, size)).isFalse();
      slice.free();
      assertThatIllegalStateException().isThrownBy(() -> array.get(0)).withMessage(FREED);
      assertThatIllegalStateException().isThrownBy(slice::copy).withMessage(FREED);
      assertThat(array).hasToString("(" + FREED + ")");
      assertThat(isLentAgain(array.address, size)).isTrue();
      array.free();
    }
  }

  @Test
  void freedArraysAreRefused() {
    Float32Array array = ones(3);
    array.free();
    assertThatIllegalStateException().isThrownBy(() -> ArrayExport.of(array)).withMessage(FREED);
    try (Call call = METHOD.begin()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> call.argument(X, NumpyArrays.describe(array)))
          .withMessage("A.f: x is no longer valid: " + FREED);
    }
  }

  @Test
  void aCallKeepsTheMemory() {
    int size = 20_011;
    Float32Array array = ones(size);
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(X, NumpyArrays.describe(array));
      call.check();
      Float32Array seen = argument.as(Float32Array.class);
      array.free();
      assertThat(isLentAgain(array.address, size)).isFalse();
      assertThat(seen.get(size - 1)).isEqualTo(1);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(seen::free)
          .withMessage("the array does not own its memory; copy() makes one that does");
    }
    assertThat(isLentAgain(array.address, size)).isTrue();
  }

  @Test
  void aTensorOverTheMemoryKeepsIt() {
    int size = 30_011;
    Float32Array array = ones(size);
    Runnable giveBack = ArrayExport.of(array).lend();
    array.free();
    assertThatIllegalStateException().isThrownBy(() -> array.get(0));
    assertThat(isLentAgain(array.address, size)).isFalse();
    giveBack.run();
    assertThat(isLentAgain(array.address, size)).isTrue();
  }

  @Test
  void aSegmentKeepsTheMemory() {
    int size = 40_009;
    Float32Array array = ones(size);
    MemorySegment segment = array.segment();
    array.free();
    assertThat(isLentAgain(array.address, size)).isFalse();
    assertThat(segment.getAtIndex(ValueLayout.JAVA_FLOAT, size - 1)).isEqualTo(1);
  }

  /** Not only by a full collection, which a program with a large heap may never see. */
  @Test
  void unreachableMemoryIsGivenBackByAnyCollection() {
    int size = 50_021;
    long address = ones(size).address;
    long before = fullCollections();
    List<Float32Array> kept = new ArrayList<>(); // So that only the lost one can come back.
    boolean cameBack = false;
    long garbage = 0;
    for (int i = 0; i < 2_000_000 && !cameBack; i++) {
      garbage += new byte[10_000 + i % 2].length;
      if (i % 10_000 == 0) {
        kept.add(Float32Array.zeros(size));
        cameBack = kept.getLast().address == address;
      }
    }
    assertThat(cameBack).as("after %d bytes of garbage", garbage).isTrue();
    assertThat(fullCollections()).isEqualTo(before);
  }

  private static long fullCollections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(bean -> bean.getName().equals("G1 Old Generation"))
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
