/** Arrays as text, as NumPy prints them. */
@NullMarked
package dev.ndbind.internal.text;

import org.jspecify.annotations.NullMarked;
