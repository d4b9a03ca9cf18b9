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

/** A warm call of an adapter whose arguments are viewed, all checks on; and views by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AdapterCall {
  /** Rows and columns: the cost of a view must not depend on them. */
  @Param({"1", "10", "100", "1000"})
  long size;

  private Tensor[] tensors;
  private Tensor[] transposed;
  private Float32Array array;

  @Setup
  public void setUp() {
    tensors = new Tensor[3];
    transposed = new Tensor[3];
    for (int n = 0; n < 3; n++) {
      tensors[n] = torch.ones(size, size);
      transposed[n] = tensors[n].t();
    }
    array = Float32Array.zeros(size, size);
  }

  @TearDown
  public void tearDown() {
    for (int n = 0; n < 3; n++) {
      transposed[n].close();
      tensors[n].close();
    }
  }

  @Benchmark
  public float array() {
    return SumsAdapter.corner(array);
  }

  @Benchmark
  public float torch() {
    return SumsAdapter.corner(tensors[0]);
  }

  @Benchmark
  public float torchTransposed() {
    return SumsAdapter.corner(transposed[0]);
  }

  @Benchmark
  public float torchThree() {
    return SumsAdapter.corners(tensors[0], tensors[1], tensors[2]);
  }

  @Benchmark
  public float torchThreeTransposed() {
    return SumsAdapter.corners(transposed[0], transposed[1], transposed[2]);
  }

  @Benchmark
  public float torchByHand() {
    return HandWrittenView.corner(tensors[0]);
  }

  @Benchmark
  public float torchTransposedByHand() {
    return HandWrittenView.corner(transposed[0]);
  }

  @Benchmark
  public float torchThreeByHand() {
    return HandWrittenView.corners(tensors[0], tensors[1], tensors[2]);
  }

  @Benchmark
  public float torchThreeTransposedByHand() {
    return HandWrittenView.corners(transposed[0], transposed[1], transposed[2]);
  }
}
