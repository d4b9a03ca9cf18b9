package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.pytorch.PyTorch;
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
 * Copies of float32 into memory that is there already, beside PyTorch's and the JDK's, with as many
 * threads as {@link Casting}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Copying {
  /** How the source's axes lie in the destination. */
  public enum Layout {
    SAME_1000(new long[] {1000, 1000}, 0, 1),
    SAME_4096(new long[] {4096, 4096}, 0, 1),
    TRANSPOSED_1000(new long[] {1000, 1000}, 1, 0),
    TRANSPOSED_4096(new long[] {4096, 4096}, 1, 0),
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
  private Float32Array source;
  private Float32Array destination;
  private MemorySegment inOrder;

  @Setup
  public void setUp() {
    torch.set_num_threads(Runtime.getRuntime().availableProcessors());
    base = torch.ones(layout.shape);
    permuted = base.permute(layout.longAxes());
    target = torch.ones_like(permuted).contiguous();
    Float32Array whole = PyTorch.view(base, Float32Array.class);
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

  @Benchmark
  public void ndbind() {
    source.copyTo(destination);
  }

  @Benchmark
  public void torch() {
    target.copy_(permuted);
  }

  /** The same number of bytes, in order. */
  @Benchmark
  public void memcpy() {
    destination.segment().copyFrom(inOrder);
  }
}
