package dev.ndbind.report.page;

import dev.ndbind.report.plan.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a step is shown: always a sign and a word beside the colour.
 *
 * @param id of its sign, and its style class
 * @param word its name
 * @param meaning what happens
 */
record StepView(String id, String word, String meaning) {

  static StepView of(Step step) {
    return switch (step) {
      case VIEW -> new StepView("view", "view", "the method sees the tensor’s own memory");
      case COPY -> new StepView("copy", "copy", "the elements are copied as they are");
      case CAST -> new StepView("cast", "cast", "the elements are copied into another dtype");
      case TO_HOST -> new StepView("to-host", "to host", "the elements leave a device first");
      case REFUSED ->
          new StepView("refused", "refused", "an exception says why; nothing is copied");
    };
  }

  /** All, by cost. */
  static List<StepView> legend() {
    return Stream.of(Step.VIEW, Step.COPY, Step.CAST, Step.TO_HOST, Step.REFUSED)
        .map(StepView::of)
        .toList();
  }
}
