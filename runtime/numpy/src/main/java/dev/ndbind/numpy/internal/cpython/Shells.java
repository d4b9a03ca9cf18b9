package dev.ndbind.numpy.internal.cpython;

/**
 * Arrays that Python has not kept, for the next arguments of their dtype and rank: to make and
 * destroy one takes a third of a small call. All methods need the GIL.
 */
final class Shells {
  private static final int RANKS = 5;

  /** As many as a call has arguments, more or less. */
  private static final int EACH = 4;

  private static final long[] ARRAYS = new long[NumpyApi.TYPES * RANKS * EACH];
  private static final int[] COUNTS = new int[NumpyApi.TYPES * RANKS];

  private Shells() {}

  /** An array of a dtype and rank whose other fields are to be set; 0 if there is none. */
  static long take(int type, int rank) {
    int kind = type * RANKS + rank;
    if (rank >= RANKS || COUNTS[kind] == 0) {
      return 0;
    }
    COUNTS[kind]--;
    return ARRAYS[kind * EACH + COUNTS[kind]];
  }

  /**
   * Keeps an array to which the caller has the only reference, and which is as NumPy made it but
   * for shape, strides and flags.
   *
   * @return false if there are enough
   */
  static boolean put(long array, int type, int rank) {
    int kind = type * RANKS + rank;
    if (rank >= RANKS || COUNTS[kind] == EACH) {
      return false;
    }
    ARRAYS[kind * EACH + COUNTS[kind]] = array;
    COUNTS[kind]++;
    return true;
  }
}
