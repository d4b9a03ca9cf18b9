package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.pytorch.PyTorch;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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

/**
 * Copies of float32 with the axes in another order, into memory that is there already, beside
 * PyTorch's, NumPy's and what one would write; and the JDK's copy of as many bytes, in order. With
 * as many threads as {@link Casting}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Copying {
  /** How the source's axes lie in the destination. */
  public enum Layout {
    TRANSPOSED_1000(new long[] {1000, 1000}, 1, 0),
    TRANSPOSED_2048(new long[] {2048, 2048}, 1, 0),
    TRANSPOSED_4096(new long[] {4096, 4096}, 1, 0),
    TRANSPOSED_8192(new long[] {8192, 8192}, 1, 0),
    NCHW_TO_NHWC(new long[] {32, 64, 56, 56}, 0, 2, 3, 1),
    NHWC_TO_NCHW(new long[] {32, 56, 56, 64}, 0, 3, 1, 2),
    RGB_TO_PIXELS(new long[] {32, 3, 224, 224}, 0, 2, 3, 1),
    PIXELS_TO_RGB(new long[] {32, 224, 224, 3}, 0, 3, 1, 2);

    private final long[] shape;
    private final int[] axes;

    Layout(long[] shape, int... axes) {
      this.shape = shape;
      this.axes = axes;
    }

    private long[] longAxes() {
      return Arrays.stream(axes).asLongStream().toArray();
    }
  }

  @Param Layout layout;

  private Tensor base;
  private Tensor permuted;
  private Tensor target;
  private Float32Array whole;
  private Float32Array source;
  private Float32Array destination;
  private MemorySegment inOrder;

  @Setup
  public void setUp() {
    torch.set_num_threads(Runtime.getRuntime().availableProcessors());
    base = torch.ones(layout.shape);
    permuted = base.permute(layout.longAxes());
    target = torch.ones_like(permuted).contiguous();
    whole = PyTorch.view(base, Float32Array.class);
    inOrder = whole.segment();
    source = whole.transpose(layout.axes);
    destination = Float32Array.zeros(source.shape());
    source.copyTo(destination);
  }

  @TearDown
  public void tearDown() {
    target.close();
    permuted.close();
    base.close();
  }

  /** Java's own arrays, for the loops that one would write. */
  @State(Scope.Thread)
  public static class Heap {
    private float[] source;
    private float[] destination;
    private final int[] sizes = new int[4];
    private final int[] strides = new int[4];

    /** Counts axes from the last, so that two are four of which two have length 1. */
    @Setup
    public void setUp(Copying copying) {
      source = copying.whole.toArray();
      destination = new float[source.length];
      long[] shape = copying.source.shape();
      long[] byteStrides = copying.source.byteStrides();
      Arrays.fill(sizes, 1);
      for (int n = 1; n <= shape.length; n++) {
        sizes[4 - n] = (int) shape[shape.length - n];
        strides[4 - n] = (int) (byteStrides[shape.length - n] / Float.BYTES);
      }
    }

    private float[] copy() {
      int next = 0;
      for (int i = 0; i < sizes[0]; i++) {
        for (int j = 0; j < sizes[1]; j++) {
          for (int k = 0; k < sizes[2]; k++) {
            next = copyRow(next, i * strides[0] + j * strides[1] + k * strides[2]);
          }
        }
      }
      return destination;
    }

    private int copyRow(int target, int first) {
      int stride = strides[3];
      for (int n = 0; n < sizes[3]; n++) {
        destination[target + n] = source[first + n * stride];
      }
      return target + sizes[3];
    }
  }

  /** NumPy over the same memory. */
  @State(Scope.Thread)
  public static class Numpy {
    private PythonFunction contiguous;

    @Setup
    public void setUp() throws IOException {
      contiguous = PythonPeer.function("contiguous");
    }
  }

  @Benchmark
  public void ndbind() {
    source.copyTo(destination);
  }

  @Benchmark
  public void torch() {
    target.copy_(permuted);
  }

  /** Into new memory each time, as {@code ascontiguousarray} does. */
  @Benchmark
  public void numpy(Numpy numpy) {
    numpy.contiguous.callVoid(1, whole, layout.axes);
  }

  @Benchmark
  public float[] naive(Heap heap) {
    return heap.copy();
  }

  /** The same number of bytes, in order. */
  @Benchmark
  public void memcpy() {
    destination.segment().copyFrom(inOrder);
  }
}
