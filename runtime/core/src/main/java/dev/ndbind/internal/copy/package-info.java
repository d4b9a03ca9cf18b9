/** Copies between strided regions of native memory, with NumPy's casts on the way. */
@NullMarked
package dev.ndbind.internal.copy;

import org.jspecify.annotations.NullMarked;
