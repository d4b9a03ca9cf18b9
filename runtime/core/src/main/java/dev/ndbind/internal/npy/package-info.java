/** NumPy's file format for one array. */
@NullMarked
package dev.ndbind.internal.npy;

import org.jspecify.annotations.NullMarked;
