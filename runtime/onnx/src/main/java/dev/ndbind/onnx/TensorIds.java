package dev.ndbind.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers for tensors of which copies are to be remembered. An address would not do: it comes back
 * with another tensor when the memory has been freed, which the owner of a buffer can do unseen.
 */
final class TensorIds {
  private static final AtomicLong LAST = new AtomicLong();

  /** By the object: tensors are equal only to themselves. */
  private static final Map<OnnxTensor, Long> IDS = Collections.synchronizedMap(new WeakHashMap<>());

  private TensorIds() {}

  /** A positive number that no other tensor ever has. */
  static long of(OnnxTensor tensor) {
    return IDS.computeIfAbsent(tensor, _ -> LAST.incrementAndGet());
  }
}
