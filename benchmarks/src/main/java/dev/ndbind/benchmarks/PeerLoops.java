package dev.ndbind.benchmarks;

import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.tensorflow.ndarray.FloatNdArray;

/** {@link Loops} through JavaCPP's indexer and TensorFlow's NdArray. */
final class PeerLoops {
  private PeerLoops() {}

  static float sum(FloatIndexer a) {
    float sum = 0;
    for (long row = 0; row < a.size(0); row++) {
      for (long column = 0; column < a.size(1); column++) {
        sum += a.get(row, column);
      }
    }
    return sum;
  }

  static void norms(FloatIndexer a, FloatIndexer norms) {
    for (long row = 0; row < a.size(0); row++) {
      float squares = 0;
      for (long column = 0; column < a.size(1); column++) {
        float value = a.get(row, column);
        squares += value * value;
      }
      norms.put(row, (float) Math.sqrt(squares));
    }
  }

  static void stencil(FloatIndexer a, FloatIndexer means) {
    for (long y = 1; y < a.size(0) - 1; y++) {
      for (long x = 1; x < a.size(1) - 1; x++) {
        float above = a.get(y - 1, x - 1) + a.get(y - 1, x) + a.get(y - 1, x + 1);
        float here = a.get(y, x - 1) + a.get(y, x) + a.get(y, x + 1);
        float below = a.get(y + 1, x - 1) + a.get(y + 1, x) + a.get(y + 1, x + 1);
        means.put(y, x, (above + here + below) * (1 / 9f));
      }
    }
  }

  static float sum(FloatNdArray a, long rows, long columns) {
    float sum = 0;
    for (long row = 0; row < rows; row++) {
      for (long column = 0; column < columns; column++) {
        sum += a.getFloat(row, column);
      }
    }
    return sum;
  }

  static void norms(FloatNdArray a, FloatNdArray norms, long rows, long columns) {
    for (long row = 0; row < rows; row++) {
      float squares = 0;
      for (long column = 0; column < columns; column++) {
        float value = a.getFloat(row, column);
        squares += value * value;
      }
      norms.setFloat((float) Math.sqrt(squares), row);
    }
  }

  static void stencil(FloatNdArray a, FloatNdArray means, long rows, long columns) {
    for (long y = 1; y < rows - 1; y++) {
      for (long x = 1; x < columns - 1; x++) {
        float above = a.getFloat(y - 1, x - 1) + a.getFloat(y - 1, x) + a.getFloat(y - 1, x + 1);
        float here = a.getFloat(y, x - 1) + a.getFloat(y, x) + a.getFloat(y, x + 1);
        float below = a.getFloat(y + 1, x - 1) + a.getFloat(y + 1, x) + a.getFloat(y + 1, x + 1);
        means.setFloat((above + here + below) * (1 / 9f), y, x);
      }
    }
  }
}
