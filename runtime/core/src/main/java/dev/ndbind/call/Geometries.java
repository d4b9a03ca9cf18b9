package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The geometries that one thread has seen last. Most calls see the same ones again, and then need
 * no arrays for sizes and strides. For bridges: they write both down here, and ask for what has
 * them.
 */
public final class Geometries {
  private static final int SLOT_BITS = 4;
  private static final int USUAL_RANK = 8;

  private final @Nullable Geometry[] seen = new @Nullable Geometry[1 << SLOT_BITS];
  private long[] sizes = new long[USUAL_RANK];
  private long[] byteStrides = new long[USUAL_RANK];

  /** None yet. */
  public Geometries() {}

  /**
   * Where to write sizes. Call it before {@link #byteStrides()}.
   *
   * @param rank how many there will be
   * @return at least that many, in elements, with any content
   */
  public long[] sizes(int rank) {
    if (rank > sizes.length) {
      sizes = new long[rank];
      byteStrides = new long[rank];
    }
    return sizes;
  }

  /**
   * Where to write strides.
   *
   * @return as many as there are sizes, in bytes, with any content
   */
  public long[] byteStrides() {
    return byteStrides;
  }

  /**
   * The geometry that has the sizes and strides written down.
   *
   * @param dtype the concrete dtype
   * @param rank how many of them count
   * @return one of before, or a new one
   */
  public Geometry find(DType dtype, int rank) {
    int slot = slot(rank);
    Geometry found = seen[slot];
    if (found == null || !found.is(dtype, rank, sizes, byteStrides)) {
      found = new Geometry(dtype, Arrays.copyOf(sizes, rank), Arrays.copyOf(byteStrides, rank));
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
