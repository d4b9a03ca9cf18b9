package dev.ndbind.numpy;

import org.jspecify.annotations.Nullable;

/**
 * Python cannot be used: archives are missing, an interpreter is no suitable one, or another one
 * runs in this process already. The message says which, and one way out.
 */
public final class PythonUnavailableException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PythonUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
