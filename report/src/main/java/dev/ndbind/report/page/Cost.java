package dev.ndbind.report.page;

import dev.ndbind.report.plan.Case;
import dev.ndbind.report.plan.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of what is accepted is copied. */
enum Cost {
  /** Nothing. */
  VIEWED("always viewed"),
  /** Some of it. */
  MAY_COPY("may be copied"),
  /** All of it. */
  COPIED("always copied"),
  /** Nothing is accepted. */
  REFUSED("always refused");

  private final String words;

  Cost(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static Cost of(List<Case> cases) {
    Set<Step> steps =
        cases.stream()
            .map(Case::step)
            .filter(step -> step != Step.REFUSED)
            .collect(Collectors.toSet());
    if (steps.isEmpty()) {
      return REFUSED;
    }
    if (!steps.contains(Step.VIEW)) {
      return COPIED;
    }
    return steps.size() == 1 ? VIEWED : MAY_COPY;
  }
}
