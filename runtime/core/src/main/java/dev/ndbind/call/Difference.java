package dev.ndbind.call;

import dev.ndbind.internal.memory.Block;
import org.jspecify.annotations.Nullable;

/**
 * How what the method gets differs from the tensor. An argument that is viewed as it is has none:
 * most are, and every field would cost each of them memory.
 */
final class Difference {
  /** Sizes and byte strides with the axes that broadcast expanded; null if none does. */
  @Nullable Geometry expanded;

  /** The copy, if one was made or found. */
  @Nullable Block copy;

  /** How the array came about. */
  Fit fit = Fit.FITS;

  /** The tensor brought to the host. */
  @Nullable TensorDescription host;

  /** What the method got instead of an array. */
  @Nullable Object javaArray;

  /** The lease's number; 0 until somebody asks. */
  long id;
}
