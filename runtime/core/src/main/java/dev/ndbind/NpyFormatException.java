package dev.ndbind;

import java.io.IOException;
import java.io.Serial;

/**
 * A file, or an entry of an archive, that is not what it should be: no {@code .npy} or {@code .npz}
 * file, truncated, contradicting itself, or with elements that ndbind has no dtype for. The message
 * names the file, the entry, what is wrong, what was expected and what was found.
 */
public final class NpyFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  NpyFormatException(String where, String problem) {
    super(where + ": " + problem);
  }
}
