package dev.ndbind.internal.copy;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Copies large enough to be cut into parts. */
class SharedCopyTest {

  /** What a kernel was asked to copy. */
  private record Step(long src, long dst) {}

  private static Kernel recorder(List<Step> steps) {
    return (src, srcStride, dst, dstStride, count) -> {
      for (int i = 0; i < count; i++) {
        steps.add(new Step(src + i * srcStride, dst + i * dstStride));
      }
    };
  }

  @Test
  void partsHaveEveryElementOnce() {
    Random random = new Random(21);
    for (int round = 0; round < 100; round++) {
      List<Axis> axes = new ArrayList<>();
      int count = 1 + random.nextInt(4);
      int longAxis = random.nextInt(count);
      for (int axis = 0; axis < count; axis++) {
        int size = 2 + random.nextInt(axis == longAxis ? 300 : 5);
        axes.add(new Axis(size, random.nextLong(-5000, 5000), random.nextLong(5000)));
      }
      Walk walk = Walk.of(1 << 20, 1 << 20, axes);
      List<Step> whole = new ArrayList<>();
      walk.run(recorder(whole));
      long elements = axes.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
      assertThat(whole).hasSize((int) elements);

      int wanted = 1 + random.nextInt(9);
      List<Walk> parts = walk.split(wanted);
      assertThat(parts).hasSizeBetween(1, wanted);
      List<Step> together = new ArrayList<>();
      parts.forEach(part -> part.run(recorder(together)));
      assertThat(together.size()).isEqualTo(whole.size());
      assertThat(sorted(together)).as("%s", axes).isEqualTo(sorted(whole));
    }
  }

  private static List<Step> sorted(List<Step> steps) {
    return steps.stream()
        .sorted((a, b) -> a.src == b.src ? Long.compare(a.dst, b.dst) : Long.compare(a.src, b.src))
        .toList();
  }

  @Test
  void largeCopiesAreCutIntoSeveralParts() {
    for (List<Axis> axes :
        List.of(
            List.of(new Axis(1 << 22, 4, 4)),
            List.of(new Axis(1000, 4, 4000), new Axis(1000, 4000, 4)),
            List.of(
                new Axis(8, 602_112, 602_112), new Axis(3, 4, 200_704), new Axis(50_176, 12, 4)))) {
      assertThat(Walk.of(0, 0, axes).split(8)).hasSizeBetween(4, 8);
    }
  }

  @Test
  void copiesAndCastsOnSeveralThreads() {
    check(DType.FLOAT32, new long[] {1_500_003}, new int[] {0}, 4);
    check(DType.FLOAT32, new long[] {1_200_003}, new int[] {0}, -12);
    check(DType.FLOAT32, new long[] {1003, 1101}, new int[] {1, 0}, 4);
    check(DType.FLOAT32, new long[] {9, 200, 401}, new int[] {0, 2, 1}, 4);
    check(DType.FLOAT32, new long[] {4, 3, 301, 302}, new int[] {0, 2, 3, 1}, 4);
    check(DType.FLOAT64, new long[] {1003, 1101}, new int[] {1, 0}, 4);
    check(DType.FLOAT64, new long[] {3, 511, 513}, new int[] {2, 0, 1}, -4);
  }

  /** From float32 in C order, whose innermost stride is given, to a dense and permuted array. */
  private static void check(DType to, long[] shape, int[] order, long innerStride) {
    try (Arena arena = Arena.ofConfined()) {
      int count = (int) Strides.count(shape);
      long step = Math.abs(innerStride);
      MemorySegment src = arena.allocate(count * step + 8).asSlice(3);
      for (int i = 0; i < count; i++) {
        src.set(JAVA_INT_UNALIGNED, i * step, Float.floatToRawIntBits(i));
      }
      long[] strides = Strides.c(shape, (int) step);
      int last = shape.length - 1;
      long first = innerStride < 0 ? (shape[last] - 1) * step : 0;
      strides[last] = innerStride;
      long[] srcStrides = Arrays.stream(order).mapToLong(axis -> strides[axis]).toArray();
      long[] dstShape = Arrays.stream(order).mapToLong(axis -> shape[axis]).toArray();
      MemorySegment dst = arena.allocate((long) count * to.itemsize() + 8);
      StridedCopy.copy(
          src.address() + first,
          DType.FLOAT32,
          srcStrides,
          dst.address(),
          to,
          Strides.c(dstShape, to.itemsize()),
          dstShape);
      for (int i = 0; i < count; i++) {
        if (element(dst, to, i)
            != src.get(JAVA_FLOAT_UNALIGNED, first + offset(i, dstShape, srcStrides))) {
          throw new AssertionError("element " + i + " of " + Arrays.toString(dstShape));
        }
      }
      assertThat(dst.get(ValueLayout.JAVA_LONG_UNALIGNED, dst.byteSize() - 8)).isZero();
    }
  }

  private static double element(MemorySegment dst, DType type, long index) {
    return type == DType.FLOAT64
        ? dst.get(JAVA_DOUBLE_UNALIGNED, index * 8)
        : dst.get(JAVA_FLOAT_UNALIGNED, index * 4);
  }

  private static long offset(long index, long[] shape, long[] strides) {
    long offset = 0;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      offset += index % shape[axis] * strides[axis];
      index /= shape[axis];
    }
    return offset;
  }
}
