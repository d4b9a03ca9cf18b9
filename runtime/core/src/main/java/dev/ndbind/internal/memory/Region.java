package dev.ndbind.internal.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a strided array, its axes turned so that all strides count upwards.
 *
 * @param start address of the lowest byte
 * @param end address after the highest byte; start for an array without elements
 * @param terms of a byte's distance from the start, large steps first; none that cannot move
 */
record Region(long start, long end, List<Term> terms) {

  /**
   * Describes an array.
   *
   * @throws ArithmeticException if it does not fit 64 bits
   */
  static Region of(long address, long[] shape, long[] byteStrides, int itemsize) {
    List<Term> terms = new ArrayList<>(shape.length + 1);
    long start = address;
    long end = Math.addExact(address, itemsize);
    for (int axis = 0; axis < shape.length; axis++) {
      long bound = shape[axis] - 1;
      if (bound < 0) {
        return new Region(address, address, List.of());
      }
      if (bound > 0) {
        long span = Math.multiplyExact(bound, byteStrides[axis]);
        start = Math.addExact(start, Math.min(span, 0));
        end = Math.addExact(end, Math.max(span, 0));
        terms.add(new Term(Math.absExact(byteStrides[axis]), bound));
      }
    }
    if (itemsize > 1) {
      terms.add(new Term(1, itemsize - 1L));
    }
    terms.sort(Term.LARGEST_FIRST);
    return new Region(start, end, List.copyOf(terms));
  }

  boolean isEmpty() {
    return start == end;
  }

  /** Whether every byte from start to end belongs to an element. */
  boolean isDense() {
    long reach = 0;
    for (Term term : terms.reversed()) {
      if (term.coefficient() > reach + 1) {
        return false;
      }
      reach += term.coefficient() * term.bound(); // no more than end - start, which was exact
    }
    return true;
  }

  /** Whether another array's first or last byte, which it has for certain, lies in this range. */
  boolean containsEndOf(Region other) {
    return contains(other.start) || contains(other.end - 1);
  }

  private boolean contains(long address) {
    return start <= address && address < end;
  }
}
