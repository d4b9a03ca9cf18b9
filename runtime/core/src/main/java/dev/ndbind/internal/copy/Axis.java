package dev.ndbind.internal.copy;

/**
 * One loop of a copy.
 *
 * @param size number of steps
 * @param srcStride bytes of one step in the source
 * @param dstStride bytes of one step in the destination
 */
record Axis(long size, long srcStride, long dstStride) {

  /** Whether walking this axis to its end arrives at the next step of {@code outer}. */
  boolean isContinuedBy(Axis outer) {
    return outer.srcStride == srcStride * size && outer.dstStride == dstStride * size;
  }

  /** Another number of steps. */
  Axis withSize(long newSize) {
    return newSize == size ? this : new Axis(newSize, srcStride, dstStride);
  }

  /** The same steps from the other end. */
  Axis reversed() {
    return new Axis(size, -srcStride, -dstStride);
  }

  /** How far a number of steps leads in the source. */
  long srcAt(long step) {
    return step * srcStride;
  }

  /** How far a number of steps leads in the destination. */
  long dstAt(long step) {
    return step * dstStride;
  }
}
