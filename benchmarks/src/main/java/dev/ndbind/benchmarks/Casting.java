package dev.ndbind.benchmarks;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.pytorch.PyTorch;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
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
 * Casts into memory that is there already, beside PyTorch's and NumPy's. All but NumPy use as many
 * threads as the JVM counts processors: {@code -jvmArgsAppend -XX:ActiveProcessorCount=1} leaves
 * one to each. Single calls are timed, so that a median can be had, which other work on the machine
 * disturbs least.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Casting {
  /** From which dtype to which. */
  public enum Cast {
    UINT8_FLOAT32(DType.UINT8, ScalarType.Byte, DType.FLOAT32, ScalarType.Float),
    FLOAT64_FLOAT32(DType.FLOAT64, ScalarType.Double, DType.FLOAT32, ScalarType.Float),
    FLOAT32_FLOAT64(DType.FLOAT32, ScalarType.Float, DType.FLOAT64, ScalarType.Double),
    FLOAT32_FLOAT16(DType.FLOAT32, ScalarType.Float, DType.FLOAT16, ScalarType.Half),
    FLOAT16_FLOAT32(DType.FLOAT16, ScalarType.Half, DType.FLOAT32, ScalarType.Float),
    FLOAT32_BFLOAT16(DType.FLOAT32, ScalarType.Float, DType.BFLOAT16, ScalarType.BFloat16),
    BFLOAT16_FLOAT32(DType.BFLOAT16, ScalarType.BFloat16, DType.FLOAT32, ScalarType.Float),
    INT64_INT32(DType.INT64, ScalarType.Long, DType.INT32, ScalarType.Int),
    INT16_FLOAT32(DType.INT16, ScalarType.Short, DType.FLOAT32, ScalarType.Float),
    FLOAT32_INT32(DType.FLOAT32, ScalarType.Float, DType.INT32, ScalarType.Int),
    FLOAT32_UINT8(DType.FLOAT32, ScalarType.Float, DType.UINT8, ScalarType.Byte),
    INT64_FLOAT32(DType.INT64, ScalarType.Long, DType.FLOAT32, ScalarType.Float),
    COMPLEX128_COMPLEX64(
        DType.COMPLEX128, ScalarType.ComplexDouble, DType.COMPLEX64, ScalarType.ComplexFloat);

    private final DType from;
    private final ScalarType torchFrom;
    private final DType to;
    private final ScalarType torchTo;

    Cast(DType from, ScalarType torchFrom, DType to, ScalarType torchTo) {
      this.from = from;
      this.torchFrom = torchFrom;
      this.to = to;
      this.torchTo = torchTo;
    }
  }

  @Param Cast cast;

  /** Rows and columns. */
  @Param({"1000", "4096"})
  int size;

  /** Whether the destination's rows are the source's columns. */
  @Param({"false", "true"})
  boolean transposed;

  private Tensor source;
  private Tensor sourceView;
  private Tensor target;
  private long sourceAddress;
  private long targetAddress;
  private long[] sourceStrides;
  private long[] targetStrides;
  private long[] shape;

  @Setup
  public void setUp() {
    torch.set_num_threads(Runtime.getRuntime().availableProcessors());
    shape = new long[] {size, size};
    source = torch.ones(shape).to(cast.torchFrom);
    sourceView = transposed ? source.t() : source;
    target = torch.zeros(shape).to(cast.torchTo);
    sourceAddress = source.data_ptr().address();
    targetAddress = target.data_ptr().address();
    long item = cast.from.itemsize();
    sourceStrides = transposed ? new long[] {item, size * item} : new long[] {size * item, item};
    targetStrides = new long[] {(long) size * cast.to.itemsize(), cast.to.itemsize()};
  }

  @TearDown
  public void tearDown() {
    target.close();
    source.close();
  }

  @Benchmark
  public void ndbind() {
    StridedCopy.copy(
        sourceAddress, cast.from, sourceStrides, targetAddress, cast.to, targetStrides, shape);
  }

  @Benchmark
  public void torch() {
    target.copy_(sourceView);
  }

  /** NumPy over the same memory. */
  @State(Scope.Thread)
  public static class Numpy {
    private PythonFunction astype;
    private NumpyArray array;
    private String dtype;

    @Setup
    public void setUp(Casting casting) throws IOException {
      astype = PythonPeer.function("astype");
      array = PyTorch.view(casting.sourceView, NumpyArray.class);
      dtype = casting.cast.to.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Into new memory each time. NumPy has no bfloat16. */
  @Benchmark
  public void numpy(Numpy numpy) {
    numpy.astype.callVoid(1, numpy.array, numpy.dtype);
  }
}
