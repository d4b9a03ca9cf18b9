package dev.ndbind.examples.interchange;

import ai.onnxruntime.OnnxTensor;
import dev.ndbind.Float32Array;
import dev.ndbind.Npy;
import dev.ndbind.dlpack.DLPack;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.onnx.Onnx;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import dev.ndbind.tensorflow.TensorFlowNdArrays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.types.TFloat32;

/**
 * What can be made from an array. Whoever has another kind adds it to {@link #ALL}.
 *
 * @param name as the documentation calls it
 * @param make makes one, which is read by the means of its own library
 */
record Target(String name, Function<Float32Array, Reader> make) {
  static final List<Target> ALL =
      List.of(
          new Target("PyTorch", Target::torch),
          new Target("TensorFlow", Target::tensorFlow),
          new Target("ONNX Runtime", Target::onnx),
          new Target("NumPy", Target::numpy),
          new Target("DLPack", Target::dlpack),
          new Target("`.npy`", Target::npy),
          new Target("`float[]`", Target::flat),
          new Target("`float[][]`", Target::nested),
          new Target("buffer", Target::buffer),
          new Target("segment", Target::segment),
          new Target("`NdArray`", Target::ndArray));

  /** Reads one element. */
  interface Reader {
    float read(int row, int column);
  }

  private static Reader torch(Float32Array array) {
    Tensor tensor = PyTorch.tensor(array);
    return (row, column) -> tensor.select(0, row).select(0, column).item_float();
  }

  private static Reader tensorFlow(Float32Array array) {
    TFloat32 tensor = TensorFlow.tensor(array);
    return tensor::getFloat;
  }

  private static Reader onnx(Float32Array array) {
    OnnxTensor tensor = Onnx.tensor(array);
    int columns = (int) array.shape(1);
    return (row, column) -> tensor.getFloatBuffer().get(row * columns + column);
  }

  private static Reader npy(Float32Array array) {
    try {
      Path file = Files.createTempFile("interchange", ".npy");
      file.toFile().deleteOnExit();
      Npy.write(file, array);
      Float32Array written = Npy.read(file, Float32Array.class);
      return written::get;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader numpy(Float32Array array) {
    Python python = Python.embedded();
    PythonObject ndarray = python.array(array);
    long columns = array.shape(1);
    return (row, column) ->
        (float) python.module("numpy").function("take").callDouble(ndarray, row * columns + column);
  }

  /** Through the fields of the structure, as a native consumer reads them. */
  @SuppressWarnings("restricted") // The structure's address is known.
  private static Reader dlpack(Float32Array array) {
    MemorySegment all = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    long tensor = DLPack.export(array);
    long data = all.get(ValueLayout.JAVA_LONG, tensor + 32);
    long strides = all.get(ValueLayout.JAVA_LONG, tensor + 64);
    long down = all.get(ValueLayout.JAVA_LONG, strides);
    long right = all.get(ValueLayout.JAVA_LONG, strides + 8);
    return (row, column) ->
        all.get(ValueLayout.JAVA_FLOAT, data + 4 * (row * down + column * right));
  }

  private static Reader flat(Float32Array array) {
    float[] values = array.toArray();
    int columns = (int) array.shape(1);
    return (row, column) -> values[row * columns + column];
  }

  private static Reader nested(Float32Array array) {
    float[][] rows = array.toNestedArray(float[][].class);
    return (row, column) -> rows[row][column];
  }

  private static Reader buffer(Float32Array array) {
    FloatBuffer buffer = array.asBuffer();
    int columns = (int) array.shape(1);
    return (row, column) -> buffer.get(row * columns + column);
  }

  private static Reader segment(Float32Array array) {
    MemorySegment segment = array.segment();
    long columns = array.shape(1);
    return (row, column) -> segment.getAtIndex(ValueLayout.JAVA_FLOAT, row * columns + column);
  }

  private static Reader ndArray(Float32Array array) {
    FloatNdArray ndArray = TensorFlowNdArrays.ndArray(array);
    return ndArray::getFloat;
  }

  @Override
  public String toString() {
    return name;
  }
}
