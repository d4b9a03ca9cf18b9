package dev.ndbind.benchmarks;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.Tensor;
import org.tensorflow.TensorMapper;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.types.family.TType;

/**
 * JavaCPP's buffers over TensorFlow's memory. Mappers have access to handles; this one is never
 * made.
 */
abstract class TensorBytes extends TensorMapper<TType> {
  private TensorBytes() {}

  static ByteBuffer of(Tensor tensor) {
    Pointer data = tensorflow.TF_TensorData(nativeHandle(tensor.asRawTensor()));
    return data.capacity(tensor.numBytes()).asByteBuffer();
  }
}
