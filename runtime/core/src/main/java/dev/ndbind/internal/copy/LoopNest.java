package dev.ndbind.internal.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * The loops of a copy, outermost first, in the order that suits memory rather than the order of the
 * indices.
 *
 * <p>Axes of length 1 are gone, the destination is walked upwards and its densest axis is
 * innermost, and axes that continue each other in both regions are one. A contiguous copy thus has
 * one axis whatever its rank.
 *
 * @param src address of the first element to read
 * @param dst address of the first element to write
 * @param axes sizes of at least 2; empty for a single element
 * @param isEmpty whether there is nothing to copy
 */
record LoopNest(long src, long dst, List<Axis> axes, boolean isEmpty) {
  /** Copies of fewer bytes are done before another thread has been woken. */
  private static final long SHARED_BYTES = 1L << 20;

  /** Bytes of one part of a shared copy. */
  private static final long PART_BYTES = 1L << 17;

  static LoopNest of(long src, long[] srcStrides, long dst, long[] dstStrides, long[] shape) {
    List<Axis> axes = new ArrayList<>(shape.length);
    boolean empty = false;
    for (int i = 0; i < shape.length; i++) {
      empty |= shape[i] == 0;
      boolean backwards = dstStrides[i] < 0;
      if (backwards && shape[i] > 1) {
        src += (shape[i] - 1) * srcStrides[i];
        dst += (shape[i] - 1) * dstStrides[i];
      }
      int sign = backwards ? -1 : 1;
      axes.add(new Axis(shape[i], sign * srcStrides[i], sign * dstStrides[i]));
    }
    return new LoopNest(src, dst, empty ? List.of() : normalize(axes), empty);
  }

  private static List<Axis> normalize(List<Axis> axes) {
    axes.removeIf(axis -> axis.size() == 1);
    axes.sort(
        Comparator.comparingLong(Axis::dstStride)
            .thenComparingLong(axis -> Math.abs(axis.srcStride()))
            .reversed());
    List<Axis> merged = new ArrayList<>(axes.size());
    for (Axis axis : axes) {
      if (!merged.isEmpty() && axis.isContinuedBy(merged.getLast())) {
        long size = Math.multiplyExact(merged.removeLast().size(), axis.size());
        merged.add(new Axis(size, axis.srcStride(), axis.dstStride()));
      } else {
        merged.add(axis);
      }
    }
    return merged;
  }

  /** The number of elements. */
  long size() {
    long size = isEmpty ? 0 : 1;
    for (Axis axis : axes) {
      size *= axis.size();
    }
    return size;
  }

  /**
   * Runs kernels over all elements, a large copy on several threads.
   *
   * @param itemsize bytes read or written for an element, whichever are more
   * @param kernels makes one for each thread
   */
  void run(int itemsize, Supplier<? extends Kernel> kernels) {
    Walk walk = Walk.of(src, dst, axes);
    long bytes = size() * itemsize;
    if (bytes < SHARED_BYTES) {
      try (Kernel kernel = kernels.get()) {
        walk.run(kernel);
      }
      return;
    }
    List<Walk> parts = walk.split(Math.min(bytes / PART_BYTES, Helpers.PARTS));
    Helpers.SHARED.share(parts.size(), () -> new Worker(parts, kernels.get()));
  }

  /** Runs its kernel over parts. */
  private record Worker(List<Walk> parts, Kernel kernel) implements Helpers.Worker {
    @Override
    public void work(int part) {
      parts.get(part).run(kernel);
    }

    @Override
    public void close() {
      kernel.close();
    }
  }
}
