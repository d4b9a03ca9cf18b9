package dev.ndbind.examples;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;

/**
 * What {@link Scene} computes, as one would write it for PyTorch's tensors without ndbind: the
 * pixels are copied to Java's arrays, the results to tensors.
 */
final class HandWrittenScene {
  private static final int BANDS = 6;

  private HandWrittenScene() {}

  /** Of a dense tensor of uint8, with the bands last. */
  static Tensor ndvi(Tensor scene) {
    byte[] pixels = pixels(scene);
    float[] index = new float[pixels.length / BANDS];
    for (int n = 0; n < index.length; n++) {
      float red = pixels[n * BANDS + 2] & 0xFF;
      float nir = pixels[n * BANDS + 3] & 0xFF;
      index[n] = nir + red == 0 ? 0 : (nir - red) / (nir + red);
    }
    return Tensor.create(index, scene.size(0), scene.size(1));
  }

  /** Variances and axes, of a dense tensor of uint8 with the bands last. */
  static Tensor[] principalComponents(Tensor scene) {
    byte[] pixels = pixels(scene);
    double[] rows = new double[pixels.length];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = pixels[n] & 0xFF;
    }
    SymmetricEigen eigen = new SymmetricEigen(covariance(rows));
    double[] variances = new double[BANDS];
    double[] axes = new double[BANDS * BANDS];
    for (int k = 0; k < BANDS; k++) {
      variances[k] = eigen.value(k);
      for (int b = 0; b < BANDS; b++) {
        axes[k * BANDS + b] = eigen.vector(k, b);
      }
    }
    return new Tensor[] {Tensor.create(variances), Tensor.create(axes, BANDS, BANDS)};
  }

  private static byte[] pixels(Tensor scene) {
    byte[] pixels = new byte[Math.toIntExact(scene.numel())];
    new BytePointer(scene.data_ptr()).get(pixels);
    return pixels;
  }

  private static double[][] covariance(double[] rows) {
    int count = rows.length / BANDS;
    double[] means = new double[BANDS];
    double[][] covariance = new double[BANDS][BANDS];
    for (int a = 0; a < BANDS; a++) {
      means[a] = sum(rows, a) / count;
      for (int b = 0; b <= a; b++) {
        covariance[a][b] = products(rows, a, means[a], b, means[b]) / (count - 1);
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  private static double sum(double[] rows, int band) {
    double sum = 0;
    for (int i = band; i < rows.length; i += BANDS) {
      sum += rows[i];
    }
    return sum;
  }

  private static double products(double[] rows, int a, double meanA, int b, double meanB) {
    double sum = 0;
    for (int i = 0; i < rows.length; i += BANDS) {
      sum += (rows[i + a] - meanA) * (rows[i + b] - meanB);
    }
    return sum;
  }
}
