package dev.ndbind.report.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one overload does with one argument or result.
 *
 * @param name the argument's
 * @param cases what happens when
 */
public record Treatment(String name, List<Case> cases) {
  /** As read: every part may be missing. */
  public Treatment(@Nullable String name, @Nullable List<Case> cases) {
    this.name = Missing.refuse("name", name);
    this.cases = Missing.orEmpty(cases);
  }
}
