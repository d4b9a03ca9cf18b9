package dev.ndbind.annotation;

/** How long a converted copy of an argument may be remembered. Views are never remembered. */
public enum Reuse {
  /** For one call: the same tensor given twice is converted once. */
  CALL,
  /**
   * While the tensor's memory, layout and version counter are unchanged. What the counter does not
   * see (writes through raw pointers, for instance) is not seen here either.
   */
  VERSION,
  /** The caller promises not to write to the tensor as long as it lives. */
  CONSTANT
}
