/** CPython's and NumPy's C interfaces, and who may use them when. */
@NullMarked
package dev.ndbind.numpy.internal.cpython;

import org.jspecify.annotations.NullMarked;
