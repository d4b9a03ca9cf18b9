package dev.ndbind.pytorch;

import org.jspecify.annotations.Nullable;

/**
 * What sets a tensor apart from most. Those that nothing does share one object.
 *
 * @param access the way to the tensor
 * @param device for example {@code cuda:0}; null for the host
 * @param conjugate whether its values are the conjugates of what is in memory
 * @param negative whether they are the negatives
 */
record Traits(Access access, @Nullable String device, boolean conjugate, boolean negative) {
  static Traits of(Access access, @Nullable String device, boolean conjugate, boolean negative) {
    return device == null && !conjugate && !negative
        ? access.usual()
        : new Traits(access, device, conjugate, negative);
  }
}
