package dev.ndbind.benchmarks;

import dev.ndbind.Float32Array;

/** Loops over the elements of arrays, as numerical methods have them. */
final class Loops {
  private Loops() {}

  static float sum(Float32Array a) {
    int rows = (int) a.shape(0);
    int columns = (int) a.shape(1);
    float sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sum += a.get(row, column);
      }
    }
    return sum;
  }

  static void norms(Float32Array a, Float32Array norms) {
    int rows = (int) a.shape(0);
    int columns = (int) a.shape(1);
    for (int row = 0; row < rows; row++) {
      float squares = 0;
      for (int column = 0; column < columns; column++) {
        float value = a.get(row, column);
        squares += value * value;
      }
      norms.set(row, (float) Math.sqrt(squares));
    }
  }

  /** The mean of each element and its eight neighbours. */
  static void stencil(Float32Array a, Float32Array means) {
    int rows = (int) a.shape(0);
    int columns = (int) a.shape(1);
    for (int y = 1; y < rows - 1; y++) {
      for (int x = 1; x < columns - 1; x++) {
        float above = a.get(y - 1, x - 1) + a.get(y - 1, x) + a.get(y - 1, x + 1);
        float here = a.get(y, x - 1) + a.get(y, x) + a.get(y, x + 1);
        float below = a.get(y + 1, x - 1) + a.get(y + 1, x) + a.get(y + 1, x + 1);
        means.set(y, x, (above + here + below) * (1 / 9f));
      }
    }
  }
}
