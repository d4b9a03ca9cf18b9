@NullMarked
package dev.ndbind.report.source;

import org.jspecify.annotations.NullMarked;
