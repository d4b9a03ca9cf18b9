package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/** The buffers that tensors were made of, as far as they were. */
final class Buffers {
  private Buffers() {}

  /** Null for a tensor with memory of ONNX Runtime's own. */
  static @Nullable Buffer of(OnnxTensor tensor) {
    try {
      return tensor.getBufferRef().orElse(null);
    } catch (NullPointerException e) { // What ONNX Runtime 1.24 to 1.29 have instead of no buffer.
      return null;
    }
  }

  /** Whether the memory has been freed: its arena was closed. */
  static boolean isFreed(Buffer buffer) {
    return !MemorySegment.ofBuffer(buffer).scope().isAlive();
  }

  /** Whether the memory belongs to an arena that only another thread may use. */
  static boolean isElsewhere(Buffer buffer) {
    return !MemorySegment.ofBuffer(buffer).isAccessibleBy(Thread.currentThread());
  }
}
