package dev.ndbind.internal.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One addend {@code coefficient * x} with {@code 0 <= x <= bound} in the address of a byte: an axis
 * of an array, or the position of the byte within its element.
 *
 * @param coefficient bytes of one step, not negative
 * @param bound the highest index
 */
record Term(long coefficient, long bound) {
  /** The order in which {@link Diophantine} wants terms: large steps first. */
  static final Comparator<Term> LARGEST_FIRST =
      Comparator.comparingLong(Term::coefficient).reversed();

  /**
   * Fewer terms whose sum can be {@code target} if and only if that of the given ones can: without
   * steps of 0, with one term for equal steps, and bounds no higher than the target needs.
   */
  static List<Term> simplify(List<Term> terms, long target) {
    List<Term> simplified = new ArrayList<>();
    for (Term term : terms.stream().sorted(LARGEST_FIRST).toList()) {
      long sum = term.bound;
      if (!simplified.isEmpty() && simplified.getLast().coefficient == term.coefficient) {
        sum = Math.addExact(sum, simplified.removeLast().bound);
      }
      simplified.add(new Term(term.coefficient, sum));
    }
    simplified.removeIf(term -> term.coefficient == 0);
    simplified.replaceAll(t -> new Term(t.coefficient, Math.min(t.bound, target / t.coefficient)));
    simplified.removeIf(term -> term.bound == 0);
    return simplified;
  }
}
