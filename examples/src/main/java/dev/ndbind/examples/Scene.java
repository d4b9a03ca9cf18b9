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
    int height = Math.toIntExact(bands.shape(0));
    int width = Math.toIntExact(bands.shape(1));
    Float32Array index = Float32Array.zeros(height, width);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
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
      double[] means = new double[bands];
      double[][] covariance = new double[bands][bands];
      for (int a = 0; a < bands; a++) {
        Float64Array band = pixels.select(2, a);
        means[a] = sum(band) / band.size();
        for (int b = 0; b <= a; b++) {
          double products = products(band, means[a], pixels.select(2, b), means[b]);
          covariance[a][b] = products / (band.size() - 1);
          covariance[b][a] = covariance[a][b];
        }
      }
      return covariance;
    }

    private static double sum(Float64Array band) {
      int height = Math.toIntExact(band.shape(0));
      int width = Math.toIntExact(band.shape(1));
      double sum = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          sum += band.get(y, x);
        }
      }
      return sum;
    }

    /** The sum of the products of two bands, each less its mean. */
    private static double products(Float64Array a, double meanA, Float64Array b, double meanB) {
      int height = Math.toIntExact(a.shape(0));
      int width = Math.toIntExact(a.shape(1));
      double sum = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          sum += (a.get(y, x) - meanA) * (b.get(y, x) - meanB);
        }
      }
      return sum;
    }
  }
}
