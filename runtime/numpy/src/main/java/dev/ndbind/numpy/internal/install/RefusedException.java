package dev.ndbind.numpy.internal.install;

import org.jspecify.annotations.Nullable;

/** An interpreter cannot be used; the message says why, and one way out. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param reason a sentence without a full stop
   */
  public RefusedException(String reason) {
    super(reason);
  }

  /**
   * A refusal with what is behind it.
   *
   * @param reason a sentence without a full stop
   * @param cause what went wrong
   */
  public RefusedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
