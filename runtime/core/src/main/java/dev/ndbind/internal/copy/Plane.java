package dev.ndbind.internal.copy;

import java.util.List;

/**
 * The two innermost loops of a copy, cut into tiles.
 *
 * @param rows the outer one
 * @param columns the inner one
 * @param height rows of a tile
 * @param width columns of a tile
 */
record Plane(Axis rows, Axis columns, long height, int width) {
  /** Fewest rows of a tile of a transposed plane, which use up the source's cache lines. */
  private static final int TILE_ROWS = 256;

  /** What short rows of such a tile take together: the more rows, the longer runs of the source. */
  private static final long TILE_BYTES = 1 << 20;

  /** Rows of such a tile if they all collide in the nearest cache, which has few lines for them. */
  private static final int COLLIDING_ROWS = 16;

  /** Distance of addresses that collide: at least the size of a set of cache lines. */
  private static final long COLLISION_BYTES = 4096;

  /** Columns of such a tile: few enough that what was read is still there for the next row. */
  private static final int TILE_COLUMNS = 256;

  /**
   * Neither loop should be cut into pieces of fewer steps: a cache line of the smallest elements.
   */
  static final int GRAIN = 64;

  /** Longest row given to a kernel, which counts in int. */
  private static final int ROW = 1 << 24;

  /** Rows shorter than this are not worth a kernel's start; another axis may be longer. */
  private static final int SHORT = 16;

  /** Elements of a longer axis that are taken together when the innermost one is short. */
  private static final int LONG_STRIP = 512;

  /**
   * Chooses which two loops form the innermost plane, and in which order, and puts them last.
   *
   * @param loops at least two, the one that is densest in the destination last
   */
  static Plane arrange(List<Axis> loops) {
    int last = loops.size() - 1;
    int densest = densestInSource(loops);
    boolean transposed = densest < last;
    if (transposed) {
      loops.add(last - 1, loops.remove(densest));
    }
    Axis rows = loops.get(last - 1);
    Axis columns = loops.get(last);
    if (columns.size() < SHORT && columns.size() < rows.size()) {
      loops.add(last - 1, loops.removeLast());
      return new Plane(columns, rows, columns.size(), LONG_STRIP);
    }
    if (transposed) {
      return new Plane(rows, columns, Math.min(rows.size(), tileRows(rows)), TILE_COLUMNS);
    }
    return new Plane(rows, columns, rows.size(), ROW);
  }

  private static long tileRows(Axis rows) {
    long rowBytes = Math.abs(rows.dstStride());
    return rowBytes % COLLISION_BYTES == 0
        ? COLLIDING_ROWS
        : Math.max(TILE_ROWS, TILE_BYTES / rowBytes);
  }

  private static int densestInSource(List<Axis> loops) {
    int densest = loops.size() - 1;
    for (int i = 0; i < loops.size() - 1; i++) {
      long stride = Math.abs(loops.get(i).srcStride());
      // a stride of 0 gains nothing by being walked first
      if (stride != 0 && stride < Math.abs(loops.get(densest).srcStride())) {
        densest = i;
      }
    }
    return densest;
  }

  /** Gives the kernel one tile after the other. */
  void run(Kernel kernel, long src, long dst) {
    for (long row = 0; row < rows.size(); row += height) {
      Axis some = rows.withSize(Math.min(height, rows.size() - row));
      for (long column = 0; column < columns.size(); column += width) {
        kernel.copyTile(
            src + rows.srcAt(row) + columns.srcAt(column),
            dst + rows.dstAt(row) + columns.dstAt(column),
            some,
            columns.withSize(Math.min(width, columns.size() - column)));
      }
    }
  }
}
