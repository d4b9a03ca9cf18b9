package dev.ndbind.numpy;

import org.jspecify.annotations.Nullable;

/**
 * An exception that Python raised, {@code KeyboardInterrupt} and {@code SystemExit} included.
 *
 * <p>Its stack trace begins with the frames of Python, below which are those of Java that called
 * it; functions written in C have no frames. Its cause is what Python calls {@code __cause__}, or
 * the exception that was being handled.
 */
public final class PythonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  PythonException(String type, String message, @Nullable Throwable cause) {
    super(message.isEmpty() ? type : type + ": " + message, cause);
    this.type = type;
  }

  /**
   * The class of the exception.
   *
   * @return its qualified name, for example {@code numpy.linalg.LinAlgError}; that of Python's own
   *     classes without a module, {@code ValueError}
   */
  public String type() {
    return type;
  }
}
