/** Drawings of how arrays lie in memory. */
@NullMarked
package dev.ndbind.report.drawing;

import org.jspecify.annotations.NullMarked;
