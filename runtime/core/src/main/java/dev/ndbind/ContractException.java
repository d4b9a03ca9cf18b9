package dev.ndbind;

import java.util.List;

/**
 * Arguments or a result that do not fit their contract. It is thrown before anything was converted
 * or written, and lists everything that does not fit, each with parameter, expected and found.
 */
public final class ContractException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String[] failures;

  /**
   * A refusal with all its reasons.
   *
   * @param subject what was refused, for example {@code Distances.mean}
   * @param failures one sentence for each thing that does not fit
   */
  public ContractException(String subject, List<String> failures) {
    super(
        failures.size() == 1
            ? subject + ": " + failures.getFirst()
            : subject + ":\n  " + String.join("\n  ", failures));
    this.failures = failures.toArray(String[]::new);
  }

  /**
   * Everything that does not fit.
   *
   * @return at least one sentence, each beginning with the parameter's name
   */
  public List<String> failures() {
    return List.of(failures);
  }
}
