package dev.ndbind.benchmarks;

import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same tensor as all arguments of a call: the cost must grow with their number only. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArgumentGrowth {
  private Tensor tensor;

  @Setup
  public void setUp() {
    tensor = torch.ones(100);
  }

  @TearDown
  public void tearDown() {
    tensor.close();
  }

  @Benchmark
  public float one() {
    return ManyArgumentsAdapter.one(tensor);
  }

  @Benchmark
  public float eight() {
    return ManyArgumentsAdapter.eight(
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor);
  }

  @Benchmark
  public float sixteen() {
    return ManyArgumentsAdapter.sixteen(
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor);
  }

  @Benchmark
  public float thirtyTwo() {
    return ManyArgumentsAdapter.thirtyTwo(
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor);
  }

  @Benchmark
  public float sixtyFour() {
    return ManyArgumentsAdapter.sixtyFour(
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor,
        tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor, tensor);
  }
}
