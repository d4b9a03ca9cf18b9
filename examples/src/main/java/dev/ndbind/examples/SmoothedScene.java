package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.Keyword;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.NumpyModule;
import dev.ndbind.numpy.Python;
import dev.ndbind.pytorch.PyTorch;
import java.nio.file.Path;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * SciPy on a PyTorch tensor, with the user's own Python: an impulse becomes a bell.
 *
 * <p>The argument is an interpreter that has SciPy, by default {@code /usr/bin/python3}.
 */
public final class SmoothedScene {
  private SmoothedScene() {}

  /** Filters of SciPy. */
  @NumpyModule("scipy.ndimage")
  interface Filters {
    /** Smooths by a Gaussian of some standard deviation, in elements. */
    @Layout("h w")
    Float32Array gaussianFilter(@Layout("h w") Float32Array input, @Keyword double sigma);
  }

  public static void main(String[] args) {
    Python python = Python.at(Path.of(args.length > 0 ? args[0] : "/usr/bin/python3"));
    var filters = new SmoothedScene_FiltersAdapter(python);
    try (Tensor impulse = torch.zeros(7, 7)) {
      impulse.select(0, 3).select(0, 3).fill_(new Scalar(1));
      try (Tensor bell = filters.gaussianFilter(impulse, 1)) {
        Float32Array middle = PyTorch.view(bell, Float32Array.class).select(0, 3);
        System.out.println("middle row: " + middle);
        System.out.printf("sum: %.4f%n", bell.sum().item_float());
      }
    }
  }
}
