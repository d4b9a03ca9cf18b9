package dev.ndbind.internal.npy;

import java.io.IOException;
import java.io.Serial;

/** A file that is no valid {@code .npy} file, or holds an array that ndbind has no dtype for. */
public final class NpyFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param file what to call the file
   * @param problem what is wrong with it
   */
  public NpyFormatException(String file, String problem) {
    super(file + ": " + problem);
  }
}
