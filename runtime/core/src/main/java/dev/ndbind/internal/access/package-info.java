/** The door through which ndbind's own packages make arrays over memory they vouch for. */
@NullMarked
package dev.ndbind.internal.access;

import org.jspecify.annotations.NullMarked;
