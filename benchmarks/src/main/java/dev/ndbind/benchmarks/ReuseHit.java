package dev.ndbind.benchmarks;

import dev.ndbind.annotation.Reuse;
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

/** Calls with an unchanged tensor that must be converted, whose copy is remembered or not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReuseHit {
  /** With {@code CALL} it is converted each time. */
  @Param Reuse reuse;

  /** Rows and columns. */
  @Param({"100", "1000", "4000"})
  long size;

  private Tensor tensor;
  private Tensor transposed;
  private TFloat32 tensorFlowTensor;

  @Setup
  public void setUp() {
    tensor = torch.ones(size, size);
    transposed = tensor.t();
    tensorFlowTensor = TFloat32.tensorOf(Shape.of(size, size));
  }

  @TearDown
  public void tearDown() {
    tensorFlowTensor.close();
    transposed.close();
    tensor.close();
  }

  /** From F order to C order. */
  @Benchmark
  public float ordered() {
    return switch (reuse) {
      case CALL -> ReusingAdapter.orderedCall(transposed);
      case VERSION -> ReusingAdapter.orderedVersion(transposed);
      case CONSTANT -> ReusingAdapter.orderedConstant(transposed);
    };
  }

  /** From float32 to float64. */
  @Benchmark
  public double cast() {
    return switch (reuse) {
      case CALL -> ReusingAdapter.castCall(tensor);
      case VERSION -> ReusingAdapter.castVersion(tensor);
      case CONSTANT -> ReusingAdapter.castConstant(tensor);
    };
  }

  /** The same for a tensor of TensorFlow, which has no version: {@code VERSION} is {@code CALL}. */
  @Benchmark
  public double castTensorFlow() {
    return switch (reuse) {
      case CALL, VERSION -> ReusingAdapter.castCall(tensorFlowTensor);
      case CONSTANT -> ReusingAdapter.castConstant(tensorFlowTensor);
    };
  }
}
