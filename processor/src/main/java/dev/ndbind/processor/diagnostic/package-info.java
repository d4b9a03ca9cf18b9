/**
 * What the processor tells the user: every {@link dev.ndbind.processor.diagnostic.Problem} with its
 * tag and text, the {@link dev.ndbind.processor.diagnostic.Place} it belongs to, and the {@link
 * dev.ndbind.processor.diagnostic.Report} that prints all of them once.
 */
@NullMarked
package dev.ndbind.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
