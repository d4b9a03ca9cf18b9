package dev.ndbind.report.plan;

import org.jspecify.annotations.Nullable;

/**
 * A framework that has no overload of a method.
 *
 * @param framework its name
 * @param why the reason
 */
public record Absent(String framework, String why) {
  /** As read: every part may be missing. */
  public Absent(@Nullable String framework, @Nullable String why) {
    this.framework = Missing.refuse("framework", framework);
    this.why = Missing.orEmpty(why);
  }
}
