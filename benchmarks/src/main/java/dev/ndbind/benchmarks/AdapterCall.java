package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
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
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A warm call of an adapter whose arguments are viewed, all checks on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AdapterCall {
  /** Rows and columns: the cost of a view must not depend on them. */
  @Param({"1", "1000"})
  long size;

  private Tensor torchTensor;
  private Tensor torchTransposed;
  private TFloat32 tensorFlowTensor;
  private Float32Array array;

  @Setup
  public void setUp() {
    torchTensor = torch.ones(size, size);
    torchTransposed = torchTensor.t();
    tensorFlowTensor = TFloat32.tensorOf(Shape.of(size, size));
    array = Float32Array.zeros(size, size);
  }

  @TearDown
  public void tearDown() {
    torchTransposed.close();
    torchTensor.close();
    tensorFlowTensor.close();
  }

  @Benchmark
  public float array() {
    return SumsAdapter.corner(array);
  }

  @Benchmark
  public float torch() {
    return SumsAdapter.corner(torchTensor);
  }

  @Benchmark
  public float torchTransposed() {
    return SumsAdapter.corner(torchTransposed);
  }

  @Benchmark
  public float torchThree() {
    return SumsAdapter.corners(torchTensor, torchTensor, torchTensor);
  }

  @Benchmark
  public float tensorFlow() {
    return SumsAdapter.corner(tensorFlowTensor);
  }

  @Benchmark
  public float tensorFlowThree() {
    return SumsAdapter.corners(tensorFlowTensor, tensorFlowTensor, tensorFlowTensor);
  }
}
