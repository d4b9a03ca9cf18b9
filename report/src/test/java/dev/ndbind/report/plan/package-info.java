@NullMarked
package dev.ndbind.report.plan;

import org.jspecify.annotations.NullMarked;
