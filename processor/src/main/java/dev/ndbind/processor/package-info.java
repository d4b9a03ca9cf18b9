/**
 * The rounds of annotation processing. What happens to one type in a round is a line of stages,
 * each a package that knows only those before it:
 *
 * <ol>
 *   <li>{@code source} reads the compiler's elements, and nobody else does,
 *   <li>{@code pattern} and {@code model} hold what was read, in records,
 *   <li>{@code validation} checks it and plans the overloads,
 *   <li>{@code emit} writes them, with JavaPoet, which nobody else knows.
 * </ol>
 *
 * <p>All of them tell {@code diagnostic} what is wrong.
 */
@NullMarked
package dev.ndbind.processor;

import org.jspecify.annotations.NullMarked;
