/** Copies remembered across calls: what they are found by, and when they are given up. */
@NullMarked
package dev.ndbind.internal.reuse;

import org.jspecify.annotations.NullMarked;
