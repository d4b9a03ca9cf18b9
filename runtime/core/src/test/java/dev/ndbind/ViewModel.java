package dev.ndbind;

import dev.ndbind.internal.memory.Strides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * An array and, beside it, the brute-force model of it: which element of the base array each index
 * reaches, in C order.
 */
record ViewModel(NumpyArray array, List<Long> shape, List<Integer> reached, String history) {

  static ViewModel of(NumpyArray base) {
    List<Integer> reached = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      reached.add(i);
    }
    return new ViewModel(base, boxed(base.shape()), reached, Strides.print(base.shape()));
  }

  /** A random step; the same array where the one chosen cannot be taken. */
  ViewModel step(Random random) {
    int rank = shape.size();
    if (rank == 0) {
      return reshape(1, 1);
    }
    int axis = random.nextInt(rank);
    long size = shape.get(axis);
    int written = random.nextBoolean() ? axis : axis - rank;
    return switch (random.nextInt(7)) {
      case 0 -> size == 0 ? this : select(axis, written, random.nextLong(size), random);
      case 1, 2 -> slice(axis, written, random);
      case 3 -> flip(axis, written);
      case 4 -> transpose(random);
      case 5 -> expand(axis);
      default -> rank < 6 ? unit(axis) : this;
    };
  }

  private ViewModel select(int axis, int written, long index, Random random) {
    long size = shape.get(axis);
    List<Long> rest = new ArrayList<>(shape);
    rest.remove(axis);
    long given = random.nextBoolean() ? index : index - size;
    return derive(
        array.select(written, given),
        rest,
        at -> {
          List<Long> from = new ArrayList<>(at);
          from.add(axis, index);
          return from;
        },
        ".select(%d, %d)".formatted(written, given));
  }

  private ViewModel slice(int axis, int written, Random random) {
    long size = shape.get(axis);
    long start = random.nextLong(-size - 2, size + 3);
    long stop = random.nextLong(-size - 2, size + 3);
    long step = random.nextInt(1, 4);
    List<Long> kept = new ArrayList<>();
    // Python's definition: negative counts from the end, then what is outside is cut off.
    long from = start < 0 ? start + size : start;
    long to = stop < 0 ? stop + size : stop;
    for (long i = Math.max(from, 0); i < Math.min(to, size); i += step) {
      kept.add(i);
    }
    List<Long> sizes = new ArrayList<>(shape);
    sizes.set(axis, (long) kept.size());
    NumpyArray slice =
        step == 1 ? array.slice(written, start, stop) : array.slice(written, start, stop, step);
    return derive(
        slice,
        sizes,
        at -> with(at, axis, kept.get(at.get(axis).intValue())),
        ".slice(%d, %d, %d, %d)".formatted(written, start, stop, step));
  }

  private ViewModel flip(int axis, int written) {
    return derive(
        array.flip(written),
        shape,
        at -> with(at, axis, shape.get(axis) - 1 - at.get(axis)),
        ".flip(%d)".formatted(written));
  }

  private ViewModel transpose(Random random) {
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < shape.size(); axis++) {
      axes.addFirst(axis);
    }
    NumpyArray transposed = array.transpose();
    if (random.nextBoolean()) {
      Collections.shuffle(axes, random);
      transposed = array.transpose(axes.stream().mapToInt(axis -> axis).toArray());
    }
    List<Long> sizes = axes.stream().map(shape::get).toList();
    return derive(
        transposed,
        sizes,
        at -> {
          Long[] from = new Long[at.size()];
          for (int axis = 0; axis < from.length; axis++) {
            from[axes.get(axis)] = at.get(axis);
          }
          return Arrays.asList(from);
        },
        ".transpose(%s)".formatted(axes));
  }

  /** What bridges do for {@code #n}: an axis of length 1 seen longer, with stride 0. */
  private ViewModel expand(int axis) {
    if (shape.get(axis) != 1) {
      return this;
    }
    long[] sizes = array.shape();
    long[] strides = array.byteStrides();
    sizes[axis] = 3;
    strides[axis] = 0;
    NumpyArray expanded =
        ArrayFactory.make(
            array.dtype(),
            new NumpyArray.Memory(array.lease, array.address, sizes, strides, array.isWritable()));
    return derive(expanded, boxed(sizes), at -> with(at, axis, 0L), ".expand(%d)".formatted(axis));
  }

  private ViewModel unit(int axis) {
    long[] sizes = new long[shape.size() + 1];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = i == axis ? 1 : shape.get(i < axis ? i : i - 1);
    }
    return reshape(sizes);
  }

  private ViewModel reshape(long... sizes) {
    return new ViewModel(
        array.reshape(sizes), boxed(sizes), reached, history + ".reshape" + Strides.print(sizes));
  }

  private ViewModel derive(
      NumpyArray view, List<Long> sizes, UnaryOperator<List<Long>> origin, String step) {
    List<Integer> positions = new ArrayList<>();
    for (List<Long> index : indices(sizes)) {
      positions.add(reached.get(position(origin.apply(index))));
    }
    return new ViewModel(view, sizes, positions, history + step);
  }

  private int position(List<Long> index) {
    long position = 0;
    for (int axis = 0; axis < shape.size(); axis++) {
      position = position * shape.get(axis) + index.get(axis);
    }
    return (int) position;
  }

  List<List<Long>> indices() {
    return indices(shape);
  }

  /** All indices in C order. */
  static List<List<Long>> indices(List<Long> sizes) {
    List<List<Long>> all = List.of(List.of());
    for (long size : sizes) {
      List<List<Long>> longer = new ArrayList<>();
      for (List<Long> index : all) {
        for (long i = 0; i < size; i++) {
          List<Long> next = new ArrayList<>(index);
          next.add(i);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Long> with(List<Long> index, int axis, long value) {
    List<Long> changed = new ArrayList<>(index);
    changed.set(axis, value);
    return changed;
  }

  static long[] unboxed(List<Long> index) {
    return index.stream().mapToLong(i -> i).toArray();
  }

  private static List<Long> boxed(long[] sizes) {
    return Arrays.stream(sizes).boxed().toList();
  }
}
