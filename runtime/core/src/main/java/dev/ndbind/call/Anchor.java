package dev.ndbind.call;

/**
 * What keeps a tensor and its memory, so that a copy of it can be remembered: neither can come back
 * as another tensor meanwhile. For bridges.
 *
 * <p>Methods are called on any thread, {@link #isAbandoned} once a second.
 */
public interface Anchor {
  /**
   * How much memory lives no shorter than this.
   *
   * @return bytes, 0 if it does not keep any
   */
  long bytes();

  /**
   * Whether nobody else holds the tensor, so that nobody can pass it to a call any more.
   *
   * @return true if it can be released
   */
  boolean isAbandoned();

  /** Lets go of the tensor and its memory; called once. */
  void release();
}
