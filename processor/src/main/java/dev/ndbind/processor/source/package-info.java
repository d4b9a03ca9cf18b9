/**
 * Reads annotated types into the model. The only package that looks into the compiler's elements,
 * types and annotations; it does so with visitors, never by their printed form.
 *
 * <p>{@link dev.ndbind.processor.source.Completeness} tells whether a type can be read in this
 * round, and {@link dev.ndbind.processor.source.AdapterReader} reads it.
 */
@NullMarked
package dev.ndbind.processor.source;

import org.jspecify.annotations.NullMarked;
