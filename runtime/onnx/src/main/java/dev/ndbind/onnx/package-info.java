/** ONNX Runtime's tensors as arrays, and arrays as ONNX Runtime's tensors. */
@NullMarked
package dev.ndbind.onnx;

import org.jspecify.annotations.NullMarked;
