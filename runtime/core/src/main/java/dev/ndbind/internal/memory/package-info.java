/** Native memory: how it is reached, who owns it, and when two regions overlap. */
@NullMarked
package dev.ndbind.internal.memory;

import org.jspecify.annotations.NullMarked;
