/**
 * What users write: the annotations that state an array contract, and their vocabulary.
 *
 * <p>{@link dev.ndbind.annotation.AcceptsNumpy} chooses the methods, {@link
 * dev.ndbind.annotation.Layout} says what an array must look like, and {@link
 * dev.ndbind.annotation.OnDevice} where its memory may be. The names are NumPy's wherever NumPy has
 * one. The package depends on nothing.
 */
@NullMarked
package dev.ndbind.annotation;

import org.jspecify.annotations.NullMarked;
