package dev.ndbind.examples;

import dev.ndbind.Float32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.annotation.AcceptsNumpy;
import dev.ndbind.annotation.Layout;
import dev.ndbind.annotation.Use;

/** What stands between a sentence model and a search: three methods, written against arrays. */
final class Sentences {
  private Sentences() {}

  /** Embeds sentences: the mean over the tokens of each, without those that only fill it up. */
  @AcceptsNumpy
  @Layout("b d")
  static Float32Array pool(@Layout("b t d") Float32Array hidden, @Layout("b t") Int64Array mask) {
    Float32Array means = Float32Array.zeros(hidden.shape(0), hidden.shape(2));
    for (long b = 0; b < hidden.shape(0); b++) {
      long tokens = 0;
      for (long t = 0; t < hidden.shape(1); t++) {
        if (mask.get(b, t) != 0) {
          add(means.select(0, b), hidden.select(0, b).select(0, t));
          tokens++;
        }
      }
      scale(means.select(0, b), 1f / Math.max(1, tokens));
    }
    return means;
  }

  /** Scales each row to length 1, in the caller's memory. */
  @AcceptsNumpy
  static void normalize(@Layout(value = "n d", use = Use.WRITE) Float32Array rows) {
    for (long n = 0; n < rows.shape(0); n++) {
      Float32Array row = rows.select(0, n);
      scale(row, (float) (1 / Math.sqrt(Math.max(Float.MIN_NORMAL, dot(row, row)))));
    }
  }

  /**
   * Rows that are most like another, the likest first.
   *
   * @param indices which
   * @param scores how like, at most 1
   */
  record Nearest<I, S>(@Layout("{k}") I indices, @Layout("{k}") S scores) {}

  /** Finds the k rows of length 1 that are most like a query of length 1. */
  @AcceptsNumpy
  static Nearest<Int64Array, Float32Array> nearest(
      @Layout("n d") Float32Array rows, @Layout("d") Float32Array query, int k) {
    Int64Array indices = Int64Array.zeros(k);
    Float32Array scores = Float32Array.zeros(k);
    for (long i = 0; i < k; i++) {
      scores.set(i, Float.NEGATIVE_INFINITY);
    }
    for (long n = 0; n < rows.shape(0); n++) {
      float score = dot(rows.select(0, n), query);
      long place = k;
      while (place > 0 && score > scores.get(place - 1)) {
        place--;
        if (place < k - 1) {
          scores.set(place + 1, scores.get(place));
          indices.set(place + 1, indices.get(place));
        }
      }
      if (place < k) {
        scores.set(place, score);
        indices.set(place, n);
      }
    }
    return new Nearest<>(indices, scores);
  }

  private static void add(Float32Array sum, Float32Array vector) {
    for (long d = 0; d < sum.shape(0); d++) {
      sum.set(d, sum.get(d) + vector.get(d));
    }
  }

  private static void scale(Float32Array vector, float factor) {
    for (long d = 0; d < vector.shape(0); d++) {
      vector.set(d, factor * vector.get(d));
    }
  }

  private static float dot(Float32Array a, Float32Array b) {
    float sum = 0;
    for (long d = 0; d < a.shape(0); d++) {
      sum += a.get(d) * b.get(d);
    }
    return sum;
  }
}
