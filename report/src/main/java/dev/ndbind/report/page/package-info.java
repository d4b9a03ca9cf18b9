/** The page: what it shows, as records, and the template that shows it. */
@NullMarked
package dev.ndbind.report.page;

import org.jspecify.annotations.NullMarked;
