package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.annotation.DType;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As in NumPy, source and target may be parts of one array. */
class OverlappingCopyTest {

  @Test
  void shiftsAnArrayAgainstItself() {
    Int32Array array = numbers(10_000);
    array.slice(0, 0, 9_999).copyTo(array.slice(0, 1, 10_000));
    assertThat(array.get(0)).isZero();
    assertThat(array.slice(0, 1, 10_000).toArray()).isEqualTo(IntStream.range(0, 9_999).toArray());
  }

  @Test
  void reversesAnArrayInPlace() {
    Int32Array array = numbers(1001);
    array.flip(0).copyTo(array);
    assertThat(array.toArray()).isEqualTo(IntStream.range(0, 1001).map(i -> 1000 - i).toArray());
  }

  @Test
  void transposesASquareInPlace() {
    Int32Array array = numbers(64 * 64).reshape(64, 64);
    array.transpose().copyTo(array);
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 64; j++) {
        assertThat(array.get(i, j)).isEqualTo(j * 64 + i);
      }
    }
  }

  @Test
  void copiesAnArrayToItself() {
    Int32Array array = numbers(100);
    array.copyTo(array);
    assertThat(array.toArray()).isEqualTo(IntStream.range(0, 100).toArray());
  }

  /** Two random views of one array against a copy by hand that reads all before it writes. */
  @Test
  void readsEverythingBeforeItWrites() {
    Random random = new Random(20260103);
    int compared = 0;
    for (int trial = 0; trial < 12_000; trial++) {
      DType dtype = DType.concrete().get(random.nextInt(15));
      byte[] bytes = Elements.random(dtype, 24, random);
      NumpyArray base = Elements.of(dtype, bytes, 4, 6);
      ViewModel source = ViewModel.of(base);
      ViewModel target = ViewModel.of(base);
      for (int i = 0; i < 3; i++) {
        source = source.step(random);
        target = target.step(random);
      }
      long distinct = target.reached().stream().distinct().count();
      if (!source.shape().equals(target.shape()) || distinct < target.reached().size()) {
        continue;
      }
      compared++;
      byte[] expected = bytes.clone();
      for (int n = 0; n < target.reached().size(); n++) {
        System.arraycopy(
            bytes,
            source.reached().get(n) * dtype.itemsize(),
            expected,
            target.reached().get(n) * dtype.itemsize(),
            dtype.itemsize());
      }
      source.array().copyTo(target.array());
      String what = "trial %d: %s to %s".formatted(trial, source.history(), target.history());
      assertThat(base.segment().toArray(ValueLayout.JAVA_BYTE)).as(what).isEqualTo(expected);
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void copiesToTheSegmentOfTheSameMemory() {
    Int32Array array = numbers(6);
    array.slice(0, 0, 5).copyTo(array.segment().asSlice(4));
    assertThat(array.toArray()).containsExactly(0, 0, 1, 2, 3, 4);
    array.flip(0).copyTo(array.segment());
    assertThat(array.toArray()).containsExactly(4, 3, 2, 1, 0, 0);
  }

  private static Int32Array numbers(int count) {
    return Int32Array.of(IntStream.range(0, count).toArray());
  }
}
