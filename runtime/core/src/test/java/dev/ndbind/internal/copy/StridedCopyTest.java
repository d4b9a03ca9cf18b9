package dev.ndbind.internal.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Overlap;
import dev.ndbind.internal.memory.Strides;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Layouts of copies, against a loop over all indices that casts one element at a time. */
class StridedCopyTest {
  private static final int MARGIN = 32;

  /** A region of memory with elements in an odd layout. */
  private static final class Region {
    final DType dtype;
    final MemorySegment memory;
    final long[] byteStrides;
    final long offset;

    Region(Arena arena, DType dtype, long[] shape, long[] byteStrides, int misalignment) {
      this.dtype = dtype;
      this.byteStrides = byteStrides;
      long extent = Strides.extent(shape, byteStrides, dtype.itemsize());
      this.memory = arena.allocate(extent + 2 * MARGIN, 16);
      long start = (long) MARGIN + misalignment;
      for (int axis = 0; axis < shape.length && extent > 0; axis++) {
        start -= Math.min(0, (shape[axis] - 1) * byteStrides[axis]);
      }
      this.offset = start;
    }

    Region(Arena arena, Region other) {
      this.dtype = other.dtype;
      this.byteStrides = other.byteStrides;
      this.offset = other.offset;
      this.memory = arena.allocate(other.memory.byteSize(), 16).copyFrom(other.memory);
    }

    void fill(Random random) {
      byte[] bytes = new byte[(int) memory.byteSize()];
      random.nextBytes(bytes);
      MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    long at(long[] index) {
      long at = offset;
      for (int axis = 0; axis < index.length; axis++) {
        at += index[axis] * byteStrides[axis];
      }
      return at;
    }

    byte[] get(long[] index) {
      return memory.asSlice(at(index), dtype.itemsize()).toArray(ValueLayout.JAVA_BYTE);
    }

    void set(long[] index, byte[] element) {
      MemorySegment.copy(element, 0, memory, ValueLayout.JAVA_BYTE, at(index), element.length);
    }

    long address() {
      return memory.address() + offset;
    }
  }

  @Test
  void copiesEveryLayoutAndTypeAsALoopWould() {
    Random random = new Random(11);
    for (int round = 0; round < 4_000; round++) {
      DType from = pick(random, DType.concrete());
      DType to = random.nextInt(3) == 0 ? from : pick(random, DType.concrete());
      checkRandomCopy(random, from, to, randomShape(random, 6), false);
    }
  }

  @Test
  void copiesSwappedSources() {
    Random random = new Random(12);
    for (int round = 0; round < 3_000; round++) {
      DType from = pick(random, DType.concrete());
      DType to = random.nextInt(3) == 0 ? from : pick(random, DType.concrete());
      checkRandomCopy(random, from, to, randomShape(random, 5), true);
    }
  }

  @Test
  void copiesRowsLongerThanABatchAndStrips() {
    Random random = new Random(13);
    for (int round = 0; round < 60; round++) {
      DType from = pick(random, DType.concrete());
      DType to = round % 2 == 0 ? from : pick(random, DType.concrete());
      long[] shape = {1 + random.nextInt(5), 1 + random.nextInt(40), 1 + random.nextInt(600)};
      swap(shape, random.nextInt(3), random.nextInt(3));
      checkRandomCopy(random, from, to, shape, random.nextInt(4) == 0);
    }
  }

  /** Sizes about which conversions take other ways: words of several elements, blocks, packs. */
  private static final int[] BLOCK_EDGES = {
    1, 2, 3, 4, 5, 7, 9, Pass.BLOCK - 1, Pass.BLOCK, Pass.BLOCK + 1, Pass.BLOCK + 6, 4095, 4097
  };

  @Test
  void castsBlocksAndTheirTails() {
    Random random = new Random(17);
    for (DType from : DType.concrete()) {
      for (DType to : DType.concrete()) {
        long size = BLOCK_EDGES[random.nextInt(BLOCK_EDGES.length)];
        long srcStride = from.itemsize() * (random.nextInt(4) == 0 ? random.nextLong(-2, 3) : 1L);
        long dstStride = to.itemsize() * (random.nextInt(4) == 0 ? -1L : 1L);
        long[] shape = {size};
        long[] src = {srcStride};
        long[] dst = {dstStride};
        checkCopy(random, from, src, to, dst, shape, random.nextInt(4) == 0);
      }
    }
  }

  @Test
  void castsManyShortRows() {
    Random random = new Random(18);
    for (int round = 0; round < 60; round++) {
      DType from = pick(random, DType.concrete());
      DType to = pick(random, DType.concrete());
      long[] shape = {1 + random.nextInt(1500), 1 + random.nextInt(5)};
      long[] src = Strides.c(new long[] {shape[0], shape[1] + random.nextInt(3)}, from.itemsize());
      long[] dst = Strides.c(new long[] {shape[0], shape[1] + random.nextInt(3)}, to.itemsize());
      checkCopy(random, from, src, to, dst, shape, random.nextInt(4) == 0);
    }
  }

  /** Sizes at which blocks of 2, 4 or 8 elements, strips of 8 lines and tiles begin and end. */
  private static final int[] EDGES = {
    2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 130, 257
  };

  @Test
  void copiesTransposedPlanesOfEverySizeAndTheirEdges() {
    Random random = new Random(15);
    for (DType dtype : DType.concrete()) {
      for (int round = 0; round < 14; round++) {
        checkTransposed(random, dtype, dtype, edgeShape(random), round % 7 == 0);
      }
    }
  }

  /** Lines that are a power of two apart collide in the cache, and are cut into other tiles. */
  @Test
  void copiesTransposedPlanesOfCollidingLines() {
    Random random = new Random(19);
    for (DType from : List.of(DType.UINT8, DType.FLOAT32, DType.COMPLEX128)) {
      for (DType to : List.of(from, DType.FLOAT64)) {
        long[] shape = {19, 300};
        long[] src = {from.itemsize(), 4096};
        long[] dst = {8192, to.itemsize()};
        checkCopy(random, from, src, to, dst, shape, false);
      }
    }
  }

  @Test
  void castsTransposedPlanes() {
    Random random = new Random(16);
    for (int round = 0; round < 100; round++) {
      DType from = pick(random, DType.concrete());
      DType to = pick(random, DType.concrete());
      checkTransposed(random, from, to, edgeShape(random), random.nextInt(3) == 0);
    }
  }

  private static long[] edgeShape(Random random) {
    long rows = EDGES[random.nextInt(EDGES.length)];
    long columns = EDGES[random.nextInt(EDGES.length)];
    return random.nextInt(3) == 0 ? new long[] {rows, 3, columns} : new long[] {rows, columns};
  }

  /** Dense but for padded lines; in the source the first axis is the fastest. */
  private static void checkTransposed(
      Random random, DType from, DType to, long[] shape, boolean swapped) {
    long[] src = Strides.f(padded(random, shape), from.itemsize());
    long[] dst = Strides.c(padded(random, shape), to.itemsize());
    for (int axis = 0; axis < shape.length; axis++) {
      src[axis] *= random.nextInt(4) == 0 ? -1 : 1;
      dst[axis] *= random.nextInt(4) == 0 ? -1 : 1;
      src[axis] *= axis > 0 && random.nextInt(16) == 0 ? 0 : 1;
    }
    checkCopy(random, from, src, to, dst, shape, swapped);
  }

  private static long[] padded(Random random, long[] shape) {
    return Arrays.stream(shape).map(n -> n + Math.max(0, random.nextInt(5) - 2)).toArray();
  }

  private static void checkRandomCopy(
      Random random, DType from, DType to, long[] shape, boolean swapped) {
    long[] srcStrides = anyStrides(random, shape, from.itemsize());
    long[] dstStrides = distinctStrides(random, shape, to.itemsize());
    checkCopy(random, from, srcStrides, to, dstStrides, shape, swapped);
  }

  private static void checkCopy(
      Random random,
      DType from,
      long[] srcStrides,
      DType to,
      long[] dstStrides,
      long[] shape,
      boolean swapped) {
    try (Arena arena = Arena.ofConfined()) {
      Region src = new Region(arena, from, shape, srcStrides, misalignment(random));
      src.fill(random);
      Region dst = new Region(arena, to, shape, dstStrides, misalignment(random));
      dst.fill(random);
      forEach(
          shape,
          index -> src.set(index, inOrder(ElementBytes.random(random, from), from, swapped)));
      Region expected = new Region(arena, dst);
      forEach(
          shape,
          index -> {
            byte[] element = inOrder(src.get(index), from, swapped);
            expected.set(index, ReferenceCast.cast(element, from, to));
          });
      copy(src, dst, shape, swapped);
      assertThat(differs(dst, expected, shape))
          .as(
              "%s %s to %s %s of %s, swapped %s",
              from,
              Arrays.toString(src.byteStrides),
              to,
              Arrays.toString(dst.byteStrides),
              Arrays.toString(shape),
              swapped)
          .isFalse();
    }
  }

  private static int misalignment(Random random) {
    return random.nextInt(4) == 0 ? random.nextInt(8) : 0;
  }

  private static void copy(Region src, Region dst, long[] shape, boolean swapped) {
    if (swapped) {
      StridedCopy.copySwapped(
          src.address(),
          src.dtype,
          src.byteStrides,
          dst.address(),
          dst.dtype,
          dst.byteStrides,
          shape);
    } else {
      StridedCopy.copy(
          src.address(),
          src.dtype,
          src.byteStrides,
          dst.address(),
          dst.dtype,
          dst.byteStrides,
          shape);
    }
  }

  /** Every byte of the destination's memory counts, between and around its elements too. */
  private static boolean differs(Region dst, Region expected, long[] shape) {
    forEach(
        shape,
        index -> {
          byte[] found = dst.get(index);
          byte[] wanted = expected.get(index);
          if (isSameNaN(found, wanted, dst.dtype)) {
            expected.set(index, found);
          }
        });
    return dst.memory.mismatch(expected.memory) >= 0;
  }

  private static boolean isSameNaN(byte[] found, byte[] wanted, DType type) {
    if (!type.isComplex()) {
      return ElementBytes.isNaN(found, type) && ElementBytes.isNaN(wanted, type);
    }
    DType part = StridedCopy.component(type);
    boolean same = true;
    for (int i = 0; i < 2; i++) {
      int from = i * part.itemsize();
      byte[] a = Arrays.copyOfRange(found, from, from + part.itemsize());
      byte[] b = Arrays.copyOfRange(wanted, from, from + part.itemsize());
      same &= Arrays.equals(a, b) || isSameNaN(a, b, part);
    }
    return same;
  }

  private static byte[] inOrder(byte[] element, DType type, boolean swapped) {
    if (!swapped) {
      return element;
    }
    if (!type.isComplex()) {
      return ElementBytes.reverse(element);
    }
    int half = element.length / 2;
    return ByteBuffer.allocate(element.length)
        .put(ElementBytes.reverse(Arrays.copyOf(element, half)))
        .put(ElementBytes.reverse(Arrays.copyOfRange(element, half, element.length)))
        .array();
  }

  private static long[] randomShape(Random random, int max) {
    return random
        .longs(random.nextInt(5), 0, max)
        .map(n -> n == 0 && random.nextInt(4) > 0 ? 1 : n)
        .toArray();
  }

  /** Strides that reach every element apart: a permuted, padded, partly reversed dense layout. */
  private static long[] distinctStrides(Random random, long[] shape, int itemsize) {
    long[] strides = new long[shape.length];
    int[] order =
        random.ints(0, Math.max(1, shape.length)).distinct().limit(shape.length).toArray();
    long next = itemsize + (random.nextInt(4) == 0 ? random.nextLong(5) : 0L);
    for (int axis : order) {
      strides[axis] = random.nextInt(4) == 0 ? -next : next;
      next = next * Math.max(1, shape[axis]) + (random.nextInt(4) == 0 ? random.nextInt(9) : 0);
    }
    assertThat(Overlap.selfOverlaps(shape, strides, itemsize)).isFalse();
    return strides;
  }

  /** As {@link #distinctStrides}, with some strides of 0. */
  private static long[] anyStrides(Random random, long[] shape, int itemsize) {
    long[] strides = distinctStrides(random, shape, itemsize);
    for (int axis = 0; axis < strides.length; axis++) {
      if (random.nextInt(6) == 0) {
        strides[axis] = 0;
      }
    }
    return strides;
  }

  private static void forEach(long[] shape, Consumer<long[]> action) {
    long[] index = new long[shape.length];
    long count = Strides.count(shape);
    for (long n = 0; n < count; n++) {
      long rest = n;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        index[axis] = rest % shape[axis];
        rest /= shape[axis];
      }
      action.accept(index);
    }
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void swap(long[] shape, int i, int j) {
    long size = shape[i];
    shape[i] = shape[j];
    shape[j] = size;
  }

  @Test
  void transposesMatrices() {
    Random random = new Random(14);
    for (DType dtype :
        List.of(DType.INT8, DType.FLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX128)) {
      try (Arena arena = Arena.ofConfined()) {
        long[] shape = {67, 131};
        Region src = new Region(arena, dtype, shape, Strides.f(shape, dtype.itemsize()), 0);
        src.fill(random);
        Region dst = new Region(arena, dtype, shape, Strides.c(shape, dtype.itemsize()), 0);
        copy(src, dst, shape, false);
        forEach(shape, index -> assertThat(dst.get(index)).isEqualTo(src.get(index)));
      }
    }
  }

  @Test
  void keepsBitsBetweenEqualTypes() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment src = arena.allocateFrom(ValueLayout.JAVA_INT, 0x7F80_0001, 0xFFC1_2345);
      MemorySegment dst = arena.allocate(8);
      long[] backwards = {-4};
      long[] forwards = {4};
      long[] shape = {2};
      StridedCopy.copy(
          src.address() + 4,
          DType.FLOAT32,
          backwards,
          dst.address(),
          DType.FLOAT32,
          forwards,
          shape);
      assertThat(dst.toArray(ValueLayout.JAVA_INT)).containsExactly(0xFFC1_2345, 0x7F80_0001);
    }
  }

  @Test
  void emptyRegionsAreNotTouched() {
    long[] shape = {3, 0, 1L << 40};
    long[] strides = {1, 2, 3};
    StridedCopy.copy(0, DType.INT8, strides, 0, DType.FLOAT64, strides, shape);
    StridedCopy.copySwapped(0, DType.COMPLEX64, strides, 0, DType.FLOAT64, strides, shape);
  }

  @Test
  void countsBeyondInt() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment src = arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) 3);
      MemorySegment dst = arena.allocate(ValueLayout.JAVA_BYTE);
      long[] still = {0};
      long[] shape = {(1L << 31) + 5};
      LoopNest nest = LoopNest.of(src.address(), still, dst.address(), still, shape);
      LongAdder copied = new LongAdder();
      nest.run(1, () -> (from, fromStride, to, toStride, count) -> copied.add(count));
      assertThat(copied.sum()).isEqualTo((1L << 31) + 5);
    }
  }
}
