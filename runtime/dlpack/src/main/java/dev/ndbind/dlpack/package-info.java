/**
 * Arrays to and from any library that speaks DLPack.
 *
 * @see DLPack
 */
@NullMarked
package dev.ndbind.dlpack;

import org.jspecify.annotations.NullMarked;
