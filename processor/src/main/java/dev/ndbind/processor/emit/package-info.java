/**
 * Writes adapters from plans. Nothing is decided and nothing is checked here; the only package that
 * knows JavaPoet.
 */
@NullMarked
package dev.ndbind.processor.emit;

import org.jspecify.annotations.NullMarked;
