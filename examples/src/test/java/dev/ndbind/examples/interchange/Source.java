package dev.ndbind.examples.interchange;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
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
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

/**
 * What an array can be made from. Whoever has another kind adds it to {@link #ALL}.
 *
 * @param name as the documentation calls it
 * @param make makes one of {@link #ROWS} rows and {@link #COLUMNS} columns, and its array
 */
record Source(String name, Callable<Made> make) {
  static final int ROWS = 2;
  static final int COLUMNS = 3;

  static final List<Source> ALL =
      List.of(
          new Source("PyTorch `Tensor`", Source::torch),
          new Source("TensorFlow `TFloat32`", Source::tensorFlow),
          new Source("ONNX Runtime `OnnxTensor`", Source::onnx),
          new Source("NumPy `ndarray`", Source::numpy),
          new Source("DLPack tensor", Source::dlpack),
          new Source("`.npy` file, mapped", Source::npy),
          new Source("`float[]`", Source::flat),
          new Source("`float[][]`", Source::nested),
          new Source("direct `FloatBuffer`", Source::directBuffer),
          new Source("heap `FloatBuffer`", Source::heapBuffer),
          new Source("native `MemorySegment`", Source::segment),
          new Source("`FloatNdArray`", Source::ndArray));

  /**
   * An array and what it was made from.
   *
   * @param writer writes the element at row and column, by the means of the source's own library
   */
  record Made(Float32Array array, Writer writer) {}

  /** Writes one element. */
  interface Writer {
    void write(int row, int column, float value) throws IOException;
  }

  /** What every source has at row and column at first. */
  static float value(int row, int column) {
    return row * COLUMNS + column;
  }

  private static float[] values() {
    return new float[] {0, 1, 2, 3, 4, 5};
  }

  private static Made torch() {
    Tensor tensor = torch.arange(new Scalar(6f)).reshape(ROWS, COLUMNS);
    return new Made(
        PyTorch.view(tensor, Float32Array.class),
        (row, column, value) ->
            tensor.select(0, row).select(0, column).fill_(new Scalar(value)).close());
  }

  private static Made tensorFlow() {
    TFloat32 tensor =
        org.tensorflow.Tensor.of(
            TFloat32.class,
            Shape.of(ROWS, COLUMNS),
            made -> StdArrays.copyTo(new float[][] {{0, 1, 2}, {3, 4, 5}}, made));
    return new Made(
        TensorFlow.view(tensor, Float32Array.class),
        (row, column, value) -> tensor.setFloat(value, row, column));
  }

  private static Made onnx() throws OrtException {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder()).asFloatBuffer();
    buffer.put(0, values());
    OnnxTensor tensor =
        OnnxTensor.createTensor(
            OrtEnvironment.getEnvironment(), buffer, new long[] {ROWS, COLUMNS});
    return new Made(
        Onnx.view(tensor, Float32Array.class),
        (row, column, value) -> buffer.put(row * COLUMNS + column, value));
  }

  private static Made numpy() {
    Python python = Python.embedded();
    PythonObject flat = python.module("numpy").call("arange", 6.0, Python.keyword("dtype", "f4"));
    PythonObject ndarray = python.module("numpy").call("reshape", flat, new int[] {ROWS, COLUMNS});
    PythonObject own = python.module("numpy").call("array", ndarray);
    return new Made(
        own.asArray(Float32Array.class),
        (row, column, value) ->
            python.module("numpy").call("put", own, row * COLUMNS + column, value).close());
  }

  private static Made dlpack() {
    Float32Array producers = Float32Array.of(values(), ROWS, COLUMNS);
    return new Made(DLPack.take(DLPack.export(producers), Float32Array.class), producers::set);
  }

  private static Made npy() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    ByteBuffer bytes = ByteBuffer.allocate(128 + 24).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes("ASCII")).putShort((short) 1).putShort((short) 118);
    bytes.put((header + " ".repeat(117 - header.length()) + "\n").getBytes("ASCII"));
    bytes.asFloatBuffer().put(values());
    Path file = Files.createTempFile("interchange", ".npy");
    file.toFile().deleteOnExit();
    Files.write(file, bytes.array());
    return new Made(
        Npy.map(file, Float32Array.class),
        (row, column, value) -> {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer element = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            channel.write(element.putFloat(0, value), 128 + 4L * (row * COLUMNS + column));
          }
        });
  }

  private static Made flat() {
    float[] values = values();
    return new Made(
        Float32Array.of(values, ROWS, COLUMNS),
        (row, column, value) -> values[row * COLUMNS + column] = value);
  }

  private static Made nested() {
    float[][] rows = {{0, 1, 2}, {3, 4, 5}};
    return new Made(Float32Array.ofNested(rows), (row, column, value) -> rows[row][column] = value);
  }

  private static Made directBuffer() {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder()).asFloatBuffer();
    buffer.put(0, values());
    return new Made(
        Float32Array.view(buffer, ROWS, COLUMNS),
        (row, column, value) -> buffer.put(row * COLUMNS + column, value));
  }

  private static Made heapBuffer() {
    FloatBuffer buffer = FloatBuffer.wrap(values());
    return new Made(
        Float32Array.of(buffer, ROWS, COLUMNS),
        (row, column, value) -> buffer.put(row * COLUMNS + column, value));
  }

  private static Made segment() {
    MemorySegment segment = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, values());
    return new Made(
        Float32Array.view(segment, ROWS, COLUMNS),
        (row, column, value) ->
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, row * COLUMNS + column, value));
  }

  private static Made ndArray() {
    FloatNdArray ndArray = StdArrays.ndCopyOf(new float[][] {{0, 1, 2}, {3, 4, 5}});
    return new Made(
        TensorFlowNdArrays.array(ndArray),
        (row, column, value) -> ndArray.setFloat(value, row, column));
  }

  @Override
  public String toString() {
    return name;
  }
}
