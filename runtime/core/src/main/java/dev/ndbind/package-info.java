/**
 * Typed arrays over native memory, described as NumPy's array interface describes them.
 *
 * <p>{@link dev.ndbind.NumpyArray} says what all arrays have in common: dtype, shape, strides in
 * bytes, slicing, order and lifetime. Each dtype has a final class of its own, such as {@link
 * dev.ndbind.Float32Array}, whose accessors loop as fast as Java's arrays.
 */
@NullMarked
package dev.ndbind;

import org.jspecify.annotations.NullMarked;
