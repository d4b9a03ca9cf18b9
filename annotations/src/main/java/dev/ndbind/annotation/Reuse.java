package dev.ndbind.annotation;

/**
 * How long a converted copy of an argument is remembered. Views never are. Copies may be forgotten
 * earlier for want of room, and are when nobody else holds the tensor any more.
 */
public enum Reuse {
  /** For one call: the same tensor given twice is converted once. */
  CALL,
  /**
   * While the tensor's memory, layout and version counter are unchanged. What the counter does not
   * see (writes through raw pointers, for instance) is not seen here either. For tensors without a
   * counter this is {@link #CALL}.
   */
  VERSION,
  /** As long as the tensor lives: the caller promises that nobody writes to it. */
  CONSTANT
}
