/**
 * The command {@code ndbind-report}. Its work is a line of stages, each a package:
 *
 * <ol>
 *   <li>{@code plan} finds and reads the copy plans, with Gson,
 *   <li>{@code source} finds the methods in the sources, with the compiler's parser,
 *   <li>{@code drawing} draws orders of memory,
 *   <li>{@code page} puts it all into one page, with a template.
 * </ol>
 */
@NullMarked
package dev.ndbind.report;

import org.jspecify.annotations.NullMarked;
