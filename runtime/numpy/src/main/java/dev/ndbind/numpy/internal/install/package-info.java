/** Where an interpreter's files are. */
@NullMarked
package dev.ndbind.numpy.internal.install;

import org.jspecify.annotations.NullMarked;
