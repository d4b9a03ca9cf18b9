/** Where the methods are in the sources. */
@NullMarked
package dev.ndbind.report.source;

import org.jspecify.annotations.NullMarked;
