package dev.ndbind.report.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy plan of one method.
 *
 * @param method its name and the simple names of its parameters' types
 * @param summary what it does, or empty
 * @param arguments the contracts of its array parameters
 * @param results the contracts of its results
 * @param overloads what is generated for it
 * @param absent the frameworks that it has no overload for
 */
public record MethodCopies(
    String method,
    String summary,
    List<Declared> arguments,
    List<Declared> results,
    List<Overload> overloads,
    List<Absent> absent) {
  /** As read: every part may be missing. */
  public MethodCopies(
      @Nullable String method,
      @Nullable String summary,
      @Nullable List<Declared> arguments,
      @Nullable List<Declared> results,
      @Nullable List<Overload> overloads,
      @Nullable List<Absent> absent) {
    this.method = Missing.refuse("method", method);
    this.summary = Missing.orEmpty(summary);
    this.arguments = Missing.orEmpty(arguments);
    this.results = Missing.orEmpty(results);
    this.overloads = Missing.orEmpty(overloads);
    this.absent = Missing.orEmpty(absent);
  }
}
