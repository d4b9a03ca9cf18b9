package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonFunction;
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.pytorch.PyTorch;
import java.io.IOException;
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

/** Tensors of PyTorch's that NumPy is given, without a copy. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TensorToNumpy {
  private Tensor tensor;
  private Python python;
  private PeerAdapter peer;

  @Setup
  public void start() throws IOException {
    PythonFunction _ = PythonPeer.function("take"); // Python then knows the module.
    python = Python.embedded();
    peer = new PeerAdapter(python);
    tensor = torch.ones(1000, 1000);
  }

  @TearDown
  public void close() {
    tensor.close();
  }

  /** As the argument of a function that does nothing with it: the whole call. */
  @Benchmark
  public void argument() {
    peer.take(tensor);
  }

  /** As an object of Python's, which outlives the call. */
  @Benchmark
  public PythonObject object() {
    PythonObject ndarray = python.array(PyTorch.view(tensor, Float32Array.class));
    ndarray.close();
    return ndarray;
  }
}
