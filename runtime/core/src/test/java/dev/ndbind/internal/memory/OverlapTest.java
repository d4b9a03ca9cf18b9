package dev.ndbind.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.internal.memory.Overlap.Sharing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares with sets of all bytes for small arrays, and checks the bounds for large ones. */
class OverlapTest {
  private static final long[] SCALAR = {};

  @Test
  void selfOverlapAgreesWithBruteForce() {
    Random random = new Random(1);
    int overlapping = 0;
    for (int round = 0; round < 20_000; round++) {
      long[] shape = randomShape(random);
      long[] strides = randomStrides(random, shape.length);
      int itemsize = 1 << random.nextInt(5);
      Sharing expected = hasCollision(shape, strides, itemsize);
      assertThat(Overlap.selfSharing(shape, strides, itemsize))
          .as("%s %s %d", Arrays.toString(shape), Arrays.toString(strides), itemsize)
          .isEqualTo(expected);
      assertThat(Overlap.selfOverlaps(shape, strides, itemsize))
          .isEqualTo(expected == Sharing.SHARED);
      overlapping += expected == Sharing.SHARED ? 1 : 0;
    }
    assertThat(overlapping).isBetween(4_000, 16_000);
  }

  @Test
  void sharingAgreesWithBruteForce() {
    Random random = new Random(2);
    int shared = 0;
    for (int round = 0; round < 20_000; round++) {
      long[] shapeA = randomShape(random);
      long[] stridesA = randomStrides(random, shapeA.length);
      int itemsizeA = 1 << random.nextInt(4);
      long[] shapeB = randomShape(random);
      long[] stridesB = randomStrides(random, shapeB.length);
      int itemsizeB = 1 << random.nextInt(4);
      long b = 1000L + random.nextInt(-40, 40);
      Set<Long> common = bytes(1000, shapeA, stridesA, itemsizeA);
      common.retainAll(bytes(b, shapeB, stridesB, itemsizeB));
      Sharing expected = common.isEmpty() ? Sharing.DISJOINT : Sharing.SHARED;
      Sharing found =
          Overlap.mayShare(1000, shapeA, stridesA, itemsizeA, b, shapeB, stridesB, itemsizeB);
      assertThat(found)
          .as(
              "%s %s %d and %d %s %s %d",
              Arrays.toString(shapeA),
              Arrays.toString(stridesA),
              itemsizeA,
              b - 1000,
              Arrays.toString(shapeB),
              Arrays.toString(stridesB),
              itemsizeB)
          .isEqualTo(expected);
      shared += expected == Sharing.SHARED ? 1 : 0;
    }
    assertThat(shared).isBetween(4_000, 16_000);
  }

  private static long[] randomShape(Random random) {
    return random.longs(random.nextInt(4), 0, 5).map(size -> size == 0 ? 6 : size).toArray();
  }

  private static long[] randomStrides(Random random, int rank) {
    return random.longs(rank, -40, 41).toArray();
  }

  private static Set<Long> bytes(long address, long[] shape, long[] strides, int itemsize) {
    Set<Long> bytes = new HashSet<>();
    for (long element : elements(address, shape, strides)) {
      for (int i = 0; i < itemsize; i++) {
        bytes.add(element + i);
      }
    }
    return bytes;
  }

  private static Sharing hasCollision(long[] shape, long[] strides, int itemsize) {
    int reached = elements(0, shape, strides).length * itemsize;
    int distinct = bytes(0, shape, strides, itemsize).size();
    return distinct < reached ? Sharing.SHARED : Sharing.DISJOINT;
  }

  private static long[] elements(long address, long[] shape, long[] strides) {
    long[] found = {address};
    for (int axis = 0; axis < shape.length; axis++) {
      long stride = strides[axis];
      long size = shape[axis];
      found =
          Arrays.stream(found)
              .flatMap(at -> LongStream.range(0, size).map(i -> at + i * stride))
              .toArray();
    }
    return found;
  }

  @Test
  void emptyArraysShareNothing() {
    long[] empty = {3, 0};
    long[] strides = {0, 8};
    assertThat(Overlap.selfOverlaps(empty, strides, 8)).isFalse();
    assertThat(Overlap.mayShare(64, empty, strides, 8, 64, SCALAR, SCALAR, 8))
        .isEqualTo(Sharing.DISJOINT);
  }

  @Test
  void scalarsShareTheirOwnBytesOnly() {
    assertThat(Overlap.selfOverlaps(SCALAR, SCALAR, 8)).isFalse();
    assertThat(Overlap.mayShare(64, SCALAR, SCALAR, 8, 72, SCALAR, SCALAR, 8))
        .isEqualTo(Sharing.DISJOINT);
    assertThat(Overlap.mayShare(64, SCALAR, SCALAR, 8, 71, SCALAR, SCALAR, 1))
        .isEqualTo(Sharing.SHARED);
  }

  @Test
  void columnsOfLargeMatricesAreToldApart() {
    long rows = 1L << 20;
    long[] column = {rows};
    long[] stride = {1L << 23};
    assertThat(Overlap.mayShare(1 << 20, column, stride, 8, (1 << 20) + 8, column, stride, 8))
        .isEqualTo(Sharing.DISJOINT);
    assertThat(Overlap.mayShare(1 << 20, column, stride, 8, (1 << 20) + 7, column, stride, 8))
        .isEqualTo(Sharing.SHARED);
  }

  @Test
  void axesOfLengthOnePutNoDemandOnStrides() {
    assertThat(Overlap.selfOverlaps(new long[] {1, 4, 1}, new long[] {0, 8, Long.MIN_VALUE}, 8))
        .isFalse();
  }

  @Test
  void overlappingWindowsAreFound() {
    assertThat(Overlap.selfOverlaps(new long[] {1 << 20, 16}, new long[] {4, 4}, 4)).isTrue();
    assertThat(Overlap.selfOverlaps(new long[] {1 << 20, 16}, new long[] {60, 4}, 4)).isTrue();
    assertThat(Overlap.selfOverlaps(new long[] {1 << 20, 16}, new long[] {64, 4}, 4)).isFalse();
  }

  @Test
  void numpysHardInstanceIsGivenUp() {
    long[] shapeA = {1049, 1049, 1049};
    long[] stridesA = {36674, 61119, 85569};
    long[] shapeB = {1049, 1049, 1};
    long[] stridesB = {12223, 12224, 1};
    assertThat(Overlap.mayShare(4096, shapeA, stridesA, 1, 4096 + 64023025, shapeB, stridesB, 1))
        .isEqualTo(Sharing.UNDECIDED);
  }

  @Test
  void numbersBeyond64BitsAreGivenUp() {
    long[] huge = {Long.MAX_VALUE, 3};
    long[] strides = {4, 2};
    assertThat(Overlap.selfSharing(huge, strides, 8)).isEqualTo(Sharing.UNDECIDED);
    assertThat(Overlap.selfOverlaps(huge, strides, 8)).isTrue();
    assertThat(Overlap.mayShare(0, huge, strides, 8, 0, SCALAR, SCALAR, 1))
        .isEqualTo(Sharing.UNDECIDED);
  }
}
