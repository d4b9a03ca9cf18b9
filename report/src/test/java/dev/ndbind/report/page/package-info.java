@NullMarked
package dev.ndbind.report.page;

import org.jspecify.annotations.NullMarked;
