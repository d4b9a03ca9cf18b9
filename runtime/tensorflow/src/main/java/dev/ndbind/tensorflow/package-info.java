/** TensorFlow's tensors as arrays, and arrays as TensorFlow's tensors. */
@NullMarked
package dev.ndbind.tensorflow;

import org.jspecify.annotations.NullMarked;
