package dev.ndbind.report.plan;

import org.jspecify.annotations.Nullable;

/**
 * What happens to some tensors.
 *
 * @param when which tensors
 * @param step what happens to them
 * @param why the reason
 */
public record Case(String when, Step step, String why) {
  /** As read: every part may be missing. */
  public Case(@Nullable String when, @Nullable Step step, @Nullable String why) {
    this.when = Missing.refuse("when", when);
    this.step = Missing.refuse("step", step);
    this.why = Missing.orEmpty(why);
  }
}
