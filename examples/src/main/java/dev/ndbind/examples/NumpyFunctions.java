package dev.ndbind.examples;

import dev.ndbind.Float64Array;
import dev.ndbind.Npy;
import dev.ndbind.UInt8Array;
import dev.ndbind.numpy.Python;
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;

/** NumPy itself, run in this process on the memory of PyTorch's and TensorFlow's tensors. */
public final class NumpyFunctions {
  private static final Path SCENE = Path.of("data", "landsat7-olinda.npy");
  private static final int[] PIXELS = {0, 1};

  private NumpyFunctions() {}

  public static void main(String[] args) throws IOException {
    Python python = args.length > 0 ? Python.at(Path.of(args[0])) : Python.embedded();
    System.out.printf("NumPy %s, Python %s%n", python.numpyVersion(), python.version());
    UInt8Array scene = Npy.map(SCENE, UInt8Array.class);
    try (Tensor torch = PyTorch.tensor(scene);
        TUint8 tensorFlow = TensorFlow.tensor(scene)) {
      printStatistics(new NumpyAdapter(python), torch, tensorFlow);
      printComponents(python, torch);
      printVegetation(python, torch);
    }
    try (PythonObject spread = python.module("numpy").call("ptp", scene)) { // never annotated
      System.out.println("spread of all bands: " + spread.asLong());
    }
  }

  private static void printStatistics(NumpyAdapter numpy, Tensor torch, TUint8 tensorFlow) {
    try (Tensor means = numpy.mean(torch, PIXELS);
        Tensor brightest = numpy.percentile(torch, 98, PIXELS);
        TFloat64 same = numpy.mean(tensorFlow, PIXELS)) {
      System.out.println("mean of each band:   " + PyTorch.view(means, Float64Array.class));
      System.out.println("98 % are below:      " + PyTorch.view(brightest, Float64Array.class));
      System.out.println("means by TensorFlow: " + TensorFlow.view(same, Float64Array.class));
    }
  }

  /** The principal components of the bands, by two of NumPy's functions. */
  private static void printComponents(Python python, Tensor scene) {
    NumpyAdapter numpy = new NumpyAdapter(python);
    Numpy_LinalgAdapter linalg = new Numpy_LinalgAdapter(python);
    try (Tensor pixels = scene.to(ScalarType.Double).reshape(-1, scene.size(2));
        Tensor centred = pixels.sub(pixels.mean(0));
        Tensor products = numpy.einsum("pi,pj->ij", centred, centred);
        Tensor covariance = products.div(new Scalar(pixels.size(0) - 1.0))) {
      Numpy.Svd<Tensor> components = linalg.svd(covariance, false);
      System.out.println("variances: " + PyTorch.view(components.s(), Float64Array.class));
    }
  }

  private static void printVegetation(Python python, Tensor scene) {
    python.addPath(Path.of("python"));
    VegetationAdapter vegetation = new VegetationAdapter(python);
    try (Tensor red = scene.select(2, 2); // a view of every sixth byte, for NumPy too
        Tensor nir = scene.select(2, 3);
        Tensor index = vegetation.evi2(red, nir)) {
      Vegetation.Statistics found = vegetation.summary(index);
      System.out.printf(
          "EVI2: mean %.4f, median %.4f, max %.4f%n", found.mean(), found.median(), found.max());
    }
  }
}
