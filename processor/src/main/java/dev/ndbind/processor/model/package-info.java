/**
 * What the processor knows of an annotated type, in records without compiler types and without
 * JavaPoet's.
 *
 * <p>{@link dev.ndbind.processor.model.AdapterModel} is what the sources say, and {@link
 * dev.ndbind.processor.model.AdapterPlan} what will be written. Problems go with a {@link
 * dev.ndbind.processor.diagnostic.Place}, which the models carry but cannot look into.
 */
@NullMarked
package dev.ndbind.processor.model;

import org.jspecify.annotations.NullMarked;
