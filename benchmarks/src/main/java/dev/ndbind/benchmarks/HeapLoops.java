package dev.ndbind.benchmarks;

/**
 * {@link Loops} over {@code float[]} with rows of some length: dense ones, or ones with strides.
 */
final class HeapLoops {
  private HeapLoops() {}

  static float sum(float[] a, int rows, int columns) {
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sum += a[row * columns + column];
      }
    }
    return sum;
  }

  static float sum(float[] a, int rows, int columns, int rowStride, int stride) {
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sum += a[row * rowStride + column * stride];
      }
    }
    return sum;
  }

  static void norms(float[] a, float[] norms, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      float squares = 0;
      for (int column = 0; column < columns; column++) {
        float value = a[row * columns + column];
        squares += value * value;
      }
      norms[row] = (float) Math.sqrt(squares);
    }
  }

  static void norms(float[] a, float[] norms, int rows, int columns, int rowStride, int stride) {
    for (int row = 0; row < rows; row++) {
      float squares = 0;
      for (int column = 0; column < columns; column++) {
        float value = a[row * rowStride + column * stride];
        squares += value * value;
      }
      norms[row] = (float) Math.sqrt(squares);
    }
  }

  static void stencil(float[] a, float[] means, int rows, int columns) {
    for (int y = 1; y < rows - 1; y++) {
      for (int x = 1; x < columns - 1; x++) {
        int i = y * columns + x;
        float above = a[i - columns - 1] + a[i - columns] + a[i - columns + 1];
        float here = a[i - 1] + a[i] + a[i + 1];
        float below = a[i + columns - 1] + a[i + columns] + a[i + columns + 1];
        means[i] = (above + here + below) * (1 / 9f);
      }
    }
  }

  static void stencil(float[] a, float[] means, int rows, int columns, int rowStride, int stride) {
    for (int y = 1; y < rows - 1; y++) {
      for (int x = 1; x < columns - 1; x++) {
        int i = y * rowStride + x * stride;
        int up = i - rowStride;
        int down = i + rowStride;
        float above = a[up - stride] + a[up] + a[up + stride];
        float here = a[i - stride] + a[i] + a[i + stride];
        float below = a[down - stride] + a[down] + a[down + stride];
        means[y * columns + x] = (above + here + below) * (1 / 9f);
      }
    }
  }
}
