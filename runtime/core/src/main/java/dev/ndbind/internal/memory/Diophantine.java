package dev.ndbind.internal.memory;

import dev.ndbind.internal.memory.Overlap.Sharing;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a solution of {@code a[0]*x[0] + … + a[n-1]*x[n-1] = b} with {@code 0 <= x[i] <= u[i]}.
 *
 * <p>Depth first, from the smallest coefficient to the largest. All terms before {@code i} together
 * can only make multiples of the greatest common divisor {@code g} of their coefficients, and no
 * more than their common maximum; so {@code x[i]} takes only the values in a small range that leave
 * such a rest, which are {@code g / gcd(g, a[i])} apart. For the strides of slices of one parent
 * array that is at most one value. The problem in general is NP-hard, hence the bound on work.
 *
 * <p>After P. Ramachandran, "Use of Extended Euclidean Algorithm in Solving a System of Linear
 * Diophantine Equations with Bounded Variables", ANTS 2006, which NumPy follows as well.
 */
final class Diophantine {
  private final long[] coefficients;
  private final long[] bounds;
  private final long @Nullable [] excluded;
  private final long[] solution;
  private final long[] divisors;
  private final long[] reaches;
  private int work;

  /**
   * Prepares the search.
   *
   * @param terms positive coefficients, largest first
   * @param excluded the one solution that does not count, if any
   * @param maxWork how many partial solutions to look at
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  Diophantine(List<Term> terms, long @Nullable [] excluded, int maxWork) {
    this.coefficients = terms.stream().mapToLong(Term::coefficient).toArray();
    this.bounds = terms.stream().mapToLong(Term::bound).toArray();
    this.excluded = excluded;
    this.work = maxWork;
    int n = coefficients.length;
    this.solution = new long[n];
    this.divisors = new long[n + 1];
    this.reaches = new long[n + 1];
    for (int i = 0; i < n; i++) {
      divisors[i + 1] = gcd(divisors[i], coefficients[i]);
      reaches[i + 1] = Math.addExact(reaches[i], Math.multiplyExact(coefficients[i], bounds[i]));
    }
  }

  /**
   * Searches.
   *
   * @param target the sum to reach
   * @return SHARED if there is a solution
   * @throws ArithmeticException if an intermediate product does not fit 64 bits
   */
  Sharing solve(long target) {
    return search(coefficients.length, target);
  }

  /** Whether the first {@code n} terms can make {@code rest}. */
  private Sharing search(int n, long rest) {
    if (work-- <= 0) {
      return Sharing.UNDECIDED;
    }
    if (n == 0) {
      boolean counts = excluded == null || !Arrays.equals(solution, excluded);
      return rest == 0 && counts ? Sharing.SHARED : Sharing.DISJOINT;
    }
    int i = n - 1;
    if (rest < 0 || rest > reaches[n] || rest % divisors[n] != 0) {
      return Sharing.DISJOINT;
    }
    long modulus = i == 0 ? 1 : divisors[i] / divisors[n];
    long least = Math.max(0, Math.ceilDiv(rest - reaches[i], coefficients[i]));
    long most = Math.min(bounds[i], rest / coefficients[i]);
    long x = least + Math.floorMod(residue(i, rest, modulus) - least, modulus);
    for (; x <= most; x += modulus) {
      solution[i] = x;
      Sharing sharing = search(i, rest - coefficients[i] * x);
      if (sharing != Sharing.DISJOINT) {
        return sharing;
      }
    }
    return Sharing.DISJOINT;
  }

  /** The x that leaves a rest divisible by the divisor of the terms before, modulo modulus. */
  private long residue(int i, long rest, long modulus) {
    long step = coefficients[i] / divisors[i + 1] % modulus;
    long wanted = rest / divisors[i + 1] % modulus;
    return Math.multiplyExact(inverse(step, modulus), wanted) % modulus;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The inverse of a number prime to the modulus, by Euclid's algorithm; 0 for modulus 1. */
  private static long inverse(long a, long modulus) {
    long inverse = 0;
    long next = 1;
    long remainder = modulus;
    long divisor = a;
    while (divisor != 0) {
      long quotient = remainder / divisor;
      long rest = remainder - quotient * divisor;
      remainder = divisor;
      divisor = rest;
      long following = inverse - quotient * next;
      inverse = next;
      next = following;
    }
    return Math.floorMod(inverse, modulus);
  }
}
