@NullMarked
package dev.ndbind.processor;

import org.jspecify.annotations.NullMarked;
