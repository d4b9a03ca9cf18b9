package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The geometries that one thread has seen last. Most calls see the same ones again, and then need
 * no arrays for sizes and strides.
 */
final class Geometries {
  private static final int SLOT_BITS = 4;
  private static final int USUAL_RANK = 8;

  private final @Nullable Geometry[] seen = new @Nullable Geometry[1 << SLOT_BITS];
  private long[] sizes = new long[USUAL_RANK];
  private long[] byteStrides = new long[USUAL_RANK];

  Geometry of(Probe tensor, DType dtype) {
    int rank = (int) tensor.dim();
    if (rank > sizes.length) {
      sizes = new long[rank];
      byteStrides = new long[rank];
    }
    tensor.sizes(sizes, rank);
    tensor.strides(byteStrides, rank);
    for (int axis = 0; axis < rank; axis++) {
      byteStrides[axis] = Math.multiplyExact(byteStrides[axis], dtype.itemsize());
    }
    return find(dtype, rank);
  }

  private Geometry find(DType dtype, int rank) {
    int slot = slot(rank);
    Geometry found = seen[slot];
    if (found == null || !found.is(dtype, rank, sizes, byteStrides)) {
      found = Geometry.of(dtype, Arrays.copyOf(sizes, rank), Arrays.copyOf(byteStrides, rank));
      seen[slot] = found;
    }
    return found;
  }

  private int slot(int rank) {
    long hash = rank;
    for (int axis = 0; axis < rank; axis++) {
      hash = (hash * 31 + sizes[axis]) * 31 + byteStrides[axis];
    }
    return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - SLOT_BITS));
  }
}
