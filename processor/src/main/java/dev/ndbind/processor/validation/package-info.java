/**
 * Holds contracts against the rules and each other, and plans the overloads: from an {@link
 * dev.ndbind.processor.model.AdapterModel} to an {@link dev.ndbind.processor.model.AdapterPlan}, or
 * to problems.
 */
@NullMarked
package dev.ndbind.processor.validation;

import org.jspecify.annotations.NullMarked;
