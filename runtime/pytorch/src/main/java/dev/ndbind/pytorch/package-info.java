/**
 * The bridge between arrays and the tensors of PyTorch, as its Java binding {@code
 * org.bytedeco:pytorch} has them.
 */
@NullMarked
package dev.ndbind.pytorch;

import org.jspecify.annotations.NullMarked;
