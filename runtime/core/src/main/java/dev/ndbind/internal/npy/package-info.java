/** NumPy's file formats: one array, and archives of several. */
@NullMarked
package dev.ndbind.internal.npy;

import org.jspecify.annotations.NullMarked;
