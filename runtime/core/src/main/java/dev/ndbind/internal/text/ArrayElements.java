package dev.ndbind.internal.text;

/**
 * The elements of an array that is to be printed. Which method is called depends on the dtype
 * alone; the others may throw.
 */
public interface ArrayElements {
  /**
   * An element of a bool or integer array.
   *
   * @param index one for each axis; not to be kept
   * @return 0 or 1 for bool, the value of an integer, the bits of a uint64
   */
  long integer(long[] index);

  /**
   * An element of a float array, or the real part of one of a complex array.
   *
   * @param index one for each axis; not to be kept
   * @return its value, which a double holds exactly whatever the width
   */
  double real(long[] index);

  /**
   * The imaginary part of an element of a complex array.
   *
   * @param index one for each axis; not to be kept
   * @return its value
   */
  double imaginary(long[] index);
}
