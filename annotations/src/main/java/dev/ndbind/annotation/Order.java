package dev.ndbind.annotation;

/**
 * The order of an array's elements in memory, by NumPy's letters.
 *
 * <p>Axes of length 1, and arrays with at most one element, put no demand on strides: such an array
 * fits every order.
 */
public enum Order {
  /** Any strides: slices, transposes and expanded axes are viewed as they are. */
  ANY,
  /** Row-major without gaps: the last index varies fastest. */
  C,
  /** Column-major without gaps: the first index varies fastest. */
  F,
  /** Without gaps, in C or in F order. */
  CONTIGUOUS
}
