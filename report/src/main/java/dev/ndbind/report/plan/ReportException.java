package dev.ndbind.report.plan;

/** Something the user can put right. Its message says what, in one line. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message one line
   */
  public ReportException(String message) {
    super(message);
  }

  /**
   * Says what is wrong.
   *
   * @param message one line
   * @param cause what was thrown
   */
  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
