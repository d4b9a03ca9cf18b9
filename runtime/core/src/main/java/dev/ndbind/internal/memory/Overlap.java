package dev.ndbind.internal.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether elements of strided arrays share bytes of memory; exact, unless the question is too hard.
 *
 * <p>Arrays whose address ranges do not meet are told apart at once, as are arrays without gaps.
 * For the rest, sharing means that a linear equation in the indices has a solution within the
 * bounds of the shape; {@link Diophantine} looks for one. This is how NumPy's {@code shares_memory}
 * puts the question too ({@code numpy/_core/src/common/mem_overlap.c}, by Pauli Virtanen).
 */
public final class Overlap {
  /** Candidates looked at before giving up: at most a few milliseconds. */
  private static final int MAX_WORK = 50_000;

  /** What is known of two regions. */
  public enum Sharing {
    /** No byte belongs to both. */
    DISJOINT,
    /** Some byte belongs to both. */
    SHARED,
    /** Too much work, or numbers beyond 64 bits. Take it for shared. */
    UNDECIDED
  }

  private Overlap() {}

  /**
   * Whether two different indices of one array may reach the same byte.
   *
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param itemsize bytes of one element
   * @return true also when undecided
   */
  public static boolean selfOverlaps(long[] shape, long[] byteStrides, int itemsize) {
    return selfSharing(shape, byteStrides, itemsize) != Sharing.DISJOINT;
  }

  /**
   * Whether two different indices of one array reach the same byte.
   *
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param itemsize bytes of one element
   * @return the exact answer, if there is one within the bound
   */
  public static Sharing selfSharing(long[] shape, long[] byteStrides, int itemsize) {
    try {
      Region region = Region.of(0, shape, byteStrides, itemsize);
      return region.isEmpty() ? Sharing.DISJOINT : selfSharing(region);
    } catch (ArithmeticException beyond64Bits) {
      return Sharing.UNDECIDED;
    }
  }

  private static Sharing selfSharing(Region region) {
    List<Term> terms = region.terms();
    if (isNested(terms)) {
      return Sharing.DISJOINT;
    }
    for (int i = 0; i + 1 < terms.size(); i++) {
      // one step forth on the one and back on the other is the same place
      if (terms.get(i).coefficient() == terms.get(i + 1).coefficient()) {
        return Sharing.SHARED;
      }
    }
    if (terms.getLast().coefficient() == 0) {
      return Sharing.SHARED;
    }
    // sum(a*x) = sum(a*y) for x != y; with z = x + (bound - y) this becomes sum(a*z) =
    // sum(a*bound), 0 <= z <= 2*bound, and x = y is the one solution z = bound that is not meant
    List<Term> doubled =
        terms.stream()
            .map(t -> new Term(t.coefficient(), Math.multiplyExact(2, t.bound())))
            .toList();
    long target = Math.subtractExact(region.end(), region.start()) - 1;
    long[] trivial = terms.stream().mapToLong(Term::bound).toArray();
    return new Diophantine(doubled, trivial, MAX_WORK).solve(target);
  }

  /**
   * Each step is longer than all that the smaller steps can reach; the usual case of no overlap.
   */
  private static boolean isNested(List<Term> terms) {
    long reach = 0;
    for (Term term : terms.reversed()) {
      if (term.coefficient() <= reach) {
        return false;
      }
      reach = Math.addExact(reach, Math.multiplyExact(term.coefficient(), term.bound()));
    }
    return true;
  }

  /**
   * Whether two arrays have a byte in common.
   *
   * @param addressA of the first array's element at index 0
   * @param shapeA its sizes in elements
   * @param byteStridesA its strides
   * @param itemsizeA bytes of one of its elements
   * @param addressB of the second array's element at index 0
   * @param shapeB its sizes in elements
   * @param byteStridesB its strides
   * @param itemsizeB bytes of one of its elements
   * @return the exact answer, if there is one within the bound
   */
  public static Sharing mayShare(
      long addressA,
      long[] shapeA,
      long[] byteStridesA,
      int itemsizeA,
      long addressB,
      long[] shapeB,
      long[] byteStridesB,
      int itemsizeB) {
    try {
      long extentA = Strides.extent(shapeA, byteStridesA, itemsizeA);
      long extentB = Strides.extent(shapeB, byteStridesB, itemsizeB);
      if (extentA == 0 || extentB == 0) {
        return Sharing.DISJOINT;
      }
      long startA = Math.addExact(addressA, Strides.lowest(shapeA, byteStridesA));
      long startB = Math.addExact(addressB, Strides.lowest(shapeB, byteStridesB));
      if (Math.addExact(startA, extentA) <= startB || Math.addExact(startB, extentB) <= startA) {
        return Sharing.DISJOINT; // So it is mostly, and is found without an object.
      }
      Region a = Region.of(addressA, shapeA, byteStridesA, itemsizeA);
      Region b = Region.of(addressB, shapeB, byteStridesB, itemsizeB);
      return sharing(a, b);
    } catch (ArithmeticException beyond64Bits) {
      return Sharing.UNDECIDED;
    }
  }

  private static Sharing sharing(Region a, Region b) {
    if ((a.isDense() && a.containsEndOf(b)) || (b.isDense() && b.containsEndOf(a))) {
      return Sharing.SHARED;
    }
    // a.start + sum(a*x) = b.start + sum(b*y); y counted from the other end makes all signs plus
    long target = Math.min(b.end() - 1 - a.start(), a.end() - 1 - b.start());
    List<Term> terms = new ArrayList<>(a.terms());
    terms.addAll(b.terms());
    List<Term> simplified = Term.simplify(terms, target);
    return new Diophantine(simplified, null, MAX_WORK).solve(target);
  }
}
