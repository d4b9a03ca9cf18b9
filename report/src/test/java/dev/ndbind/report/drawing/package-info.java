@NullMarked
package dev.ndbind.report.drawing;

import org.jspecify.annotations.NullMarked;
