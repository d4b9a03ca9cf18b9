@NullMarked
package dev.ndbind.report;

import org.jspecify.annotations.NullMarked;
