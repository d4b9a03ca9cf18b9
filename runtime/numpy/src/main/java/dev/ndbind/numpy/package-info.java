/**
 * Python modules called from Java, in the process, on the memory of arrays.
 *
 * @see Python
 */
@NullMarked
package dev.ndbind.numpy;

import org.jspecify.annotations.NullMarked;
