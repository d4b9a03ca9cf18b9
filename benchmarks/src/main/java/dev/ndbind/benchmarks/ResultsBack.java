package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/** Tensors made of 4 MB of results: made, and closed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResultsBack {
  private static final int ELEMENTS = 1_000_000;

  private final float[] floats = new float[ELEMENTS];
  private Float32Array array;
  private Float32Array readOnly;
  private MemorySegment memory;
  private MemorySegment warm;
  private FloatPointer pointer;
  private TensorOptions options;
  private FloatDataBuffer buffer;

  @Setup
  public void setUp() {
    array = Float32Array.zeros(ELEMENTS);
    readOnly = array.asReadOnly();
    memory = array.segment();
    warm = Float32Array.zeros(ELEMENTS).segment();
    pointer = new FloatPointer(floats);
    options = new TensorOptions(torch.ScalarType.Float);
    buffer = DataBuffers.of(floats);
  }

  @TearDown
  public void tearDown() {
    options.close();
    pointer.close();
  }

  /** One copy into memory that is there already. */
  @Benchmark
  public void memcpy() {
    MemorySegment.copy(memory, 0, warm, 0, memory.byteSize());
  }

  /** Shares the memory. */
  @Benchmark
  public void torchShared() {
    PyTorch.tensor(array).close();
  }

  @Benchmark
  public void torchFromBlob() {
    torch.from_blob(pointer, new long[] {ELEMENTS}, options).close();
  }

  /** Copies, since a tensor cannot be read-only. */
  @Benchmark
  public void torchCopied() {
    PyTorch.tensor(readOnly).close();
  }

  /** One copy into new memory of PyTorch's. */
  @Benchmark
  @SuppressWarnings("restricted") // The tensor's own memory, with its true size.
  public void torchCopiedByHand() {
    try (Tensor tensor = torch.empty(ELEMENTS)) {
      MemorySegment target = MemorySegment.ofAddress(tensor.data_ptr().address());
      target.reinterpret(memory.byteSize()).copyFrom(memory);
    }
  }

  @Benchmark
  public void torchCreate() {
    Tensor.create(floats).close();
  }

  @Benchmark
  public void tensorFlow() {
    TensorFlow.tensor(array).close();
  }

  /** One copy into new memory of TensorFlow's. */
  @Benchmark
  public void tensorFlowCopiedByHand() {
    try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(ELEMENTS))) {
      MemorySegment.ofBuffer(TensorBytes.of(tensor)).copyFrom(memory);
    }
  }

  @Benchmark
  public void tensorFlowTensorOf() {
    TFloat32.tensorOf(Shape.of(ELEMENTS), buffer).close();
  }
}
