package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Npy;
import dev.ndbind.UInt8Array;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.Plan;
import dev.ndbind.call.TensorDescription;
import dev.ndbind.examples.Scene.Components;
import dev.ndbind.pytorch.PyTorch;
import dev.ndbind.tensorflow.TensorFlow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;

/**
 * A satellite scene from four sources: the same two methods take a mapped file, PyTorch tensors in
 * two memory layouts, and a TensorFlow tensor, and give equal results.
 */
public final class Landsat {
  private static final Path SCENE = Path.of("data", "landsat7-olinda.npy");
  private static final Path PICTURE = Path.of("target", "landsat-ndvi.png");

  private Landsat() {}

  public static void main(String[] args) throws IOException {
    UInt8Array mapped = Npy.map(args.length > 0 ? Path.of(args[0]) : SCENE, UInt8Array.class);
    System.out.printf("scene: %s %s%n%n", mapped.dtype(), Arrays.toString(mapped.shape()));
    try (Tensor channelsLast = PyTorch.tensor(mapped);
        Tensor permutation = channelsLast.permute(2, 0, 1);
        Tensor channelsFirst = permutation.contiguous();
        Tensor permuted = channelsFirst.permute(1, 2, 0);
        TUint8 tensorFlow = TensorFlow.tensor(mapped)) {
      print("source", "method", "step", "kB", "why");
      printPlans("mapped file", () -> NumpyArrays.describe(mapped));
      printPlans("PyTorch, channels last", () -> PyTorch.describe(channelsLast));
      printPlans("PyTorch, channels first", () -> PyTorch.describe(permuted));
      printPlans("TensorFlow", () -> TensorFlow.describe(tensorFlow));

      Results results = Results.ofArray(mapped);
      System.out.println();
      results.printEqual("PyTorch, channels last", Results.ofTorch(channelsLast));
      results.printEqual("PyTorch, channels first", Results.ofTorch(permuted));
      results.printEqual("TensorFlow", Results.ofTensorFlow(tensorFlow));
      results.print();
      NdviPicture.write(results.ndvi(), PICTURE);
      System.out.println("picture: " + PICTURE.toAbsolutePath().normalize());
    }
  }

  private static void printPlans(String source, Supplier<TensorDescription> scene) {
    print(source, "ndvi", Plan.of(scene.get(), SceneAdapter.NDVI_BANDS));
    print(
        source,
        "principalComponents",
        Plan.of(scene.get(), SceneAdapter.PRINCIPAL_COMPONENTS_PIXELS));
  }

  private static void print(String source, String method, Plan plan) {
    print(source, method, plan.step(), plan.bytes() / 1000, plan.reason());
  }

  private static void print(Object... row) {
    System.out.printf("%-24s %-20s %-5s %5s  %s%n", row);
  }

  /** What the two methods gave, in arrays that own their memory. */
  private record Results(Float32Array ndvi, Float64Array variances, Float64Array axes) {

    static Results ofArray(UInt8Array scene) {
      Components<Float64Array> components = SceneAdapter.principalComponents(scene);
      return new Results(SceneAdapter.ndvi(scene), components.variances(), components.axes());
    }

    static Results ofTorch(Tensor scene) {
      Components<Tensor> components = SceneAdapter.principalComponents(scene);
      try (Tensor ndvi = SceneAdapter.ndvi(scene);
          Tensor variances = components.variances();
          Tensor axes = components.axes()) {
        return new Results(
            PyTorch.view(ndvi, Float32Array.class).copy(),
            PyTorch.view(variances, Float64Array.class).copy(),
            PyTorch.view(axes, Float64Array.class).copy());
      }
    }

    static Results ofTensorFlow(TUint8 scene) {
      Components<TFloat64> components = SceneAdapter.principalComponents(scene);
      try (TFloat32 ndvi = SceneAdapter.ndvi(scene);
          TFloat64 variances = components.variances();
          TFloat64 axes = components.axes()) {
        return new Results(
            TensorFlow.view(ndvi, Float32Array.class).copy(),
            TensorFlow.view(variances, Float64Array.class).copy(),
            TensorFlow.view(axes, Float64Array.class).copy());
      }
    }

    void printEqual(String source, Results other) {
      boolean equal =
          Arrays.equals(ndvi.toArray(), other.ndvi.toArray())
              && Arrays.equals(variances.toArray(), other.variances.toArray())
              && Arrays.equals(axes.toArray(), other.axes.toArray());
      System.out.printf("%-24s %s%n", source, equal ? "gives equal results" : "DIFFERS");
    }

    void print() {
      double sum = 0;
      for (float value : ndvi.toArray()) {
        sum += value;
      }
      double total = Arrays.stream(variances.toArray()).sum();
      System.out.printf("%nmean NDVI: %.6f%n", sum / ndvi.size());
      System.out.println("component   share   bands 1, 2, 3, 4, 5, 7");
      for (int k = 0; k < variances.shape(0); k++) {
        System.out.printf(
            "%9d %6.2f%%   %s%n", k + 1, 100 * variances.get(k) / total, axes.select(0, k));
      }
    }
  }
}
