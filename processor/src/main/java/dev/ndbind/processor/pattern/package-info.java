/**
 * Shape patterns: parsed once, printed back, and free of everything else the processor knows.
 *
 * <p>{@link dev.ndbind.processor.pattern.ShapePattern} is a list of {@link
 * dev.ndbind.processor.pattern.Dim}, some of which hold a {@link
 * dev.ndbind.processor.pattern.SizeExpression}.
 */
@NullMarked
package dev.ndbind.processor.pattern;

import org.jspecify.annotations.NullMarked;
