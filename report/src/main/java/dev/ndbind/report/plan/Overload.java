package dev.ndbind.report.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated overload.
 *
 * @param framework whose tensors it takes; {@code arrays} for arrays themselves
 * @param signature its name and the simple names of its parameters' types
 * @param arguments what it does with the arguments
 * @param results what it does with the results
 */
public record Overload(
    String framework, String signature, List<Treatment> arguments, List<Treatment> results) {
  /** As read: every part may be missing. */
  public Overload(
      @Nullable String framework,
      @Nullable String signature,
      @Nullable List<Treatment> arguments,
      @Nullable List<Treatment> results) {
    this.framework = Missing.refuse("framework", framework);
    this.signature = Missing.refuse("signature", signature);
    this.arguments = Missing.orEmpty(arguments);
    this.results = Missing.orEmpty(results);
  }
}
