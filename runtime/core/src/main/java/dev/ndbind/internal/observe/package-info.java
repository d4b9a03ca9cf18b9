/** What can be seen of conversions: events for flight recordings, and counters. */
@NullMarked
package dev.ndbind.internal.observe;

import org.jspecify.annotations.NullMarked;
