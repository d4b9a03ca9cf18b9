package dev.ndbind.examples;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's cyclic rotations (Golub and
 * Van Loan, Matrix Computations, section 8.5).
 */
final class SymmetricEigen {
  private static final int MAX_SWEEPS = 50;

  private final double[][] a;
  private final double[][] vectors;
  private final int[] order;

  /** Decomposes a matrix, which is overwritten. */
  SymmetricEigen(double[][] matrix) {
    a = matrix;
    int n = a.length;
    vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal() > 0; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(p, q);
        }
      }
    }
    order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> a[k][k]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
  }

  int size() {
    return a.length;
  }

  /** The k-th largest eigenvalue. */
  double value(int k) {
    return a[order[k]][order[k]];
  }

  /** A component of the eigenvector of the k-th largest eigenvalue; the largest one is positive. */
  double vector(int k, int component) {
    double[] vector = vectors[order[k]];
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
    }
    return vector[largest] < 0 ? -vector[component] : vector[component];
  }

  private double offDiagonal() {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        sum += a[p][q] * a[p][q];
      }
    }
    return sum;
  }

  /** Makes element (p, q) zero. */
  private void rotate(int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    turn(a[p], a[q], c, s);
    turn(vectors[p], vectors[q], c, s);
    a[p][q] = 0;
    a[q][p] = 0;
  }

  private static void turn(double[] p, double[] q, double c, double s) {
    for (int k = 0; k < p.length; k++) {
      double first = p[k];
      p[k] = c * first - s * q[k];
      q[k] = s * first + c * q[k];
    }
  }
}
