package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.pytorch.PyTorch;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Loops over 1000 × 1000 elements of float32. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ElementLoops {
  private static final int SIZE = 1000;

  /** What is done with the elements. */
  public enum Loop {
    SUM,
    NORMS,
    STENCIL
  }

  /** Where neighbours are. */
  public enum Layout {
    /** In C order. */
    DENSE,
    /** With one element between them. */
    STEP,
    /** A row apart. */
    TRANSPOSED
  }

  @Param Loop loop;

  /** PyTorch's tensor and {@code float[]} with strides, also for {@link PeerLoops}. */
  @Param Layout layout;

  private Tensor base;
  private Tensor tensor;
  private Tensor torchResult;
  private Float32Array array;
  private Float32Array result;
  private float[] floats;
  private final float[] floatResult = new float[SIZE * SIZE];

  @Setup
  public void setUp() {
    base = layout == Layout.STEP ? torch.ones(SIZE, 2 * SIZE) : torch.ones(SIZE, SIZE);
    Float32Array whole = PyTorch.view(base, Float32Array.class);
    floats = whole.toArray();
    array =
        switch (layout) {
          case DENSE -> whole;
          case STEP -> whole.slice(1, 0, 2 * SIZE, 2);
          case TRANSPOSED -> whole.transpose();
        };
    tensor =
        base.as_strided(new long[] {SIZE, SIZE}, new long[] {stride(array, 0), stride(array, 1)});
    boolean isVector = loop == Loop.NORMS;
    torchResult = isVector ? torch.zeros(SIZE) : torch.zeros(SIZE, SIZE);
    result = isVector ? Float32Array.zeros(SIZE) : Float32Array.zeros(SIZE, SIZE);
  }

  private static long stride(Float32Array array, int axis) {
    return array.byteStrides()[axis] / Float.BYTES;
  }

  @TearDown
  public void tearDown() {
    torchResult.close();
    tensor.close();
    base.close();
  }

  /** Has the loops see memory of every kind and layout before they are measured. */
  @State(Scope.Thread)
  public static class Seen {
    /** Whether it does. */
    @Param({"false", "true"})
    boolean several;

    @Setup
    public void setUp() throws IOException {
      if (several) {
        MemoryKinds.show();
      }
    }
  }

  /**
   * JavaCPP's way to the elements of a tensor. It knows strides, but takes the number of elements
   * for the length of the memory: where there are gaps it throws.
   */
  @State(Scope.Thread)
  public static class Indexers {
    private FloatIndexer source;
    private FloatIndexer result;

    @Setup
    public void setUp(ElementLoops loops) {
      source = loops.tensor.createIndexer();
      result = loops.torchResult.createIndexer();
    }
  }

  /** Tensors of TensorFlow, which are dense. */
  @State(Scope.Thread)
  public static class NdArrays {
    private TFloat32 source;
    private TFloat32 result;

    @Setup
    public void setUp(ElementLoops loops) {
      source = TFloat32.tensorOf(Shape.of(SIZE, SIZE));
      result = TFloat32.tensorOf(Shape.of(loops.result.shape()));
    }

    @TearDown
    public void tearDown() {
      result.close();
      source.close();
    }
  }

  @Benchmark
  public float ndbind(Seen seen) {
    return ndbind(loop, array, result);
  }

  /** One of {@link Loops}. */
  static float ndbind(Loop loop, Float32Array array, Float32Array result) {
    switch (loop) {
      case SUM -> {
        return Loops.sum(array);
      }
      case NORMS -> Loops.norms(array, result);
      case STENCIL -> Loops.stencil(array, result);
    }
    return 0;
  }

  @Benchmark
  public float floatArray() {
    if (layout == Layout.DENSE) {
      return denseFloats();
    }
    int rowStride = layout == Layout.STEP ? 2 * SIZE : 1;
    int stride = layout == Layout.STEP ? 2 : SIZE;
    switch (loop) {
      case SUM -> {
        return HeapLoops.sum(floats, SIZE, SIZE, rowStride, stride);
      }
      case NORMS -> HeapLoops.norms(floats, floatResult, SIZE, SIZE, rowStride, stride);
      case STENCIL -> HeapLoops.stencil(floats, floatResult, SIZE, SIZE, rowStride, stride);
    }
    return 0;
  }

  private float denseFloats() {
    switch (loop) {
      case SUM -> {
        return HeapLoops.sum(floats, SIZE, SIZE);
      }
      case NORMS -> HeapLoops.norms(floats, floatResult, SIZE, SIZE);
      case STENCIL -> HeapLoops.stencil(floats, floatResult, SIZE, SIZE);
    }
    return 0;
  }

  @Benchmark
  public float javacppIndexer(Indexers indexers) {
    switch (loop) {
      case SUM -> {
        return PeerLoops.sum(indexers.source);
      }
      case NORMS -> PeerLoops.norms(indexers.source, indexers.result);
      case STENCIL -> PeerLoops.stencil(indexers.source, indexers.result);
    }
    return 0;
  }

  /** Dense, whatever the layout. */
  @Benchmark
  public float tensorFlowNdArray(NdArrays arrays) {
    switch (loop) {
      case SUM -> {
        return PeerLoops.sum(arrays.source, SIZE, SIZE);
      }
      case NORMS -> PeerLoops.norms(arrays.source, arrays.result, SIZE, SIZE);
      case STENCIL -> PeerLoops.stencil(arrays.source, arrays.result, SIZE, SIZE);
    }
    return 0;
  }
}
