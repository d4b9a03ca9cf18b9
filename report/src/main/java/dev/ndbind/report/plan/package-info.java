/**
 * The copy plans that the annotation processor wrote: their records, where they are, how they are
 * read.
 */
@NullMarked
package dev.ndbind.report.plan;

import org.jspecify.annotations.NullMarked;
