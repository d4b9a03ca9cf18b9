package dev.ndbind.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.ArrayExport;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Tensors over the memory of arrays. A tensor keeps the buffer that it was made of, the buffer its
 * segment's scope, and that the array's memory.
 */
final class SharedMemory {
  /** What ONNX Runtime's Java API takes, a little less than what a buffer can have. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private SharedMemory() {}

  /** A tensor over an array's own memory if that may be shared, else over a copy's. */
  static OnnxTensor tensor(ArrayExport export) {
    NumpyArray array = export.array();
    OnnxJavaType type = OnnxTypes.javaType(array.dtype());
    if (type == null) {
      throw refusal(OnnxTypes.noTensor(array.dtype()));
    }
    requireFewBytes(array);
    return export.isShareable() && array.isContiguous(Order.C)
        ? over(array, type)
        : export.copy(
            "Onnx.tensor",
            Onnx.FRAMEWORK,
            "its memory or strides cannot be a tensor's",
            () -> over(array.copy(Order.C), type));
  }

  private static void requireFewBytes(NumpyArray array) {
    long bytes = array.size() * array.dtype().itemsize();
    if (bytes > MOST_BYTES) {
      throw refusal(
          "has %d bytes, and ONNX Runtime's Java API makes no tensor of more than %d (2 GiB); %s"
              .formatted(bytes, MOST_BYTES, "pass slices of it"));
    }
  }

  private static ContractException refusal(String failure) {
    return new ContractException("Onnx.tensor", List.of("array " + failure));
  }

  private static OnnxTensor over(NumpyArray array, OnnxJavaType type) {
    ByteBuffer memory = array.segment().asByteBuffer();
    try {
      return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), memory, array.shape(), type);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime makes no tensor of the array", e);
    }
  }
}
