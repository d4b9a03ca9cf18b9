package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;

/** What is computed from a satellite scene, written once, against arrays. */
final class Scene {
  private static final int RED = 2;
  private static final int NEAR_INFRARED = 3;

  private Scene() {}

  /**
   * The normalised difference vegetation index, (nir − red) / (nir + red): about 0 for bare ground,
   * near 1 for dense vegetation, negative for water.
   */
  @AcceptsNumpy
  @Layout("h w")
  static Float32Array ndvi(@Layout(value = "h w 6", use = Use.VIEW) UInt8Array bands) {
    Float32Array index = Float32Array.zeros(bands.shape(0), bands.shape(1));
    for (int y = 0; y < bands.shape(0); y++) {
      for (int x = 0; x < bands.shape(1); x++) {
        float red = bands.get(y, x, RED);
        float nir = bands.get(y, x, NEAR_INFRARED);
        index.set(y, x, nir + red == 0 ? 0 : (nir - red) / (nir + red));
      }
    }
    return index;
  }

  /**
   * The principal components of the bands. The pixels are wanted as dense float64 rows, so that
   * uint8 data is converted, once.
   */
  @AcceptsNumpy
  static Components<Float64Array> principalComponents(
      @Layout(value = "h w b", order = Order.C, casting = Casting.SAFE) Float64Array pixels) {
    return Components.of(pixels);
  }

  /**
   * Principal components, the strongest first.
   *
   * @param variances along each component
   * @param axes one component in each row, of unit length
   */
  record Components<A>(@Layout("b") A variances, @Layout("b b") A axes) {

    static Components<Float64Array> of(Float64Array pixels) {
      SymmetricEigen eigen = new SymmetricEigen(covariance(pixels));
      int bands = eigen.size();
      Float64Array variances = Float64Array.zeros(bands);
      Float64Array axes = Float64Array.zeros(bands, bands);
      for (int k = 0; k < bands; k++) {
        variances.set(k, eigen.value(k));
        for (int b = 0; b < bands; b++) {
          axes.set(k, b, eigen.vector(k, b));
        }
      }
      return new Components<>(variances, axes);
    }

    private static double[][] covariance(Float64Array pixels) {
      int bands = Math.toIntExact(pixels.shape(2));
      Float64Array rows = pixels.reshape(-1, bands);
      double[] mean = new double[bands];
      for (long n = 0; n < rows.shape(0); n++) {
        for (int b = 0; b < bands; b++) {
          mean[b] += rows.get(n, b) / rows.shape(0);
        }
      }
      double[][] covariance = new double[bands][bands];
      for (long n = 0; n < rows.shape(0); n++) {
        for (int a = 0; a < bands; a++) {
          double deviation = (rows.get(n, a) - mean[a]) / (rows.shape(0) - 1);
          for (int b = 0; b < bands; b++) {
            covariance[a][b] += deviation * (rows.get(n, b) - mean[b]);
          }
        }
      }
      return covariance;
    }
  }
}
