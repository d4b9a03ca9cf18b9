package dev.ndbind.examples;

import dev.ndbind.Npy;
import dev.ndbind.UInt8Array;
import dev.ndbind.examples.Scene.Components;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;

/**
 * The job of the Landsat example: NDVI and principal components of a scene, tensors in, tensors
 * out. It is in the example's package, so that the example itself is what is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LandsatJob {
  private static final String SCENE = "landsat7-olinda.npy";

  private Tensor tensor;
  private TUint8 tensorFlowTensor;

  /** Reads the scene, which lies with the examples. */
  @Setup
  public void setUp() throws IOException {
    UInt8Array scene = Npy.map(Path.of(System.getProperty("ndbind.data"), SCENE), UInt8Array.class);
    tensor = PyTorch.tensor(scene);
    tensorFlowTensor = TensorFlow.tensor(scene);
  }

  @TearDown
  public void tearDown() {
    tensorFlowTensor.close();
    tensor.close();
  }

  @Benchmark
  public void torch() {
    SceneAdapter.ndvi(tensor).close();
    Components<Tensor> components = SceneAdapter.principalComponents(tensor);
    components.variances().close();
    components.axes().close();
  }

  @Benchmark
  public void tensorFlow() {
    TFloat32 ndvi = SceneAdapter.ndvi(tensorFlowTensor);
    ndvi.close();
    Components<TFloat64> components = SceneAdapter.principalComponents(tensorFlowTensor);
    components.variances().close();
    components.axes().close();
  }

  @Benchmark
  public void torchByHand() {
    HandWrittenScene.ndvi(tensor).close();
    for (Tensor result : HandWrittenScene.principalComponents(tensor)) {
      result.close();
    }
  }
}
