package dev.ndbind.internal.npy;

import java.io.IOException;

/** Says where something is wrong: in which file, in which of its entries. */
@FunctionalInterface
public interface Problems {
  /**
   * Makes the exception to throw.
   *
   * @param problem what is wrong, with what was expected and what was found
   * @return an exception whose message names the place, too
   */
  IOException of(String problem);

  /**
   * Makes the exception to throw where another one was caught.
   *
   * @param problem what is wrong
   * @param cause what was caught
   * @return an exception with that cause
   */
  default IOException of(String problem, Throwable cause) {
    IOException exception = of(problem);
    exception.initCause(cause);
    return exception;
  }
}
