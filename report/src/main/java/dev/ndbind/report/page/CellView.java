package dev.ndbind.report.page;

import dev.ndbind.report.plan.Case;
import dev.ndbind.report.plan.Step;
import dev.ndbind.report.plan.Treatment;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an overload does with an argument, at a glance and case by case.
 *
 * @param name the argument's
 * @param framework whose overload
 * @param cost as a style class
 * @param worst the most expensive step
 * @param words what can happen
 * @param steps the signs of what can happen, cheapest first
 * @param cases all there is to say
 */
record CellView(
    String name,
    String framework,
    Cost cost,
    StepView worst,
    String words,
    List<StepView> steps,
    List<CaseView> cases) {

  /**
   * One case.
   *
   * @param when which tensors
   * @param step what happens to them
   * @param why the reason
   */
  record CaseView(String when, StepView step, String why) {}

  static CellView of(Treatment treatment, String framework) {
    List<Step> steps = accepted(treatment.cases());
    List<StepView> views = steps.stream().map(StepView::of).toList();
    return new CellView(
        treatment.name(),
        framework,
        Cost.of(treatment.cases()),
        views.getLast(),
        alternatives(views.stream().map(StepView::word).toList()),
        views,
        treatment.cases().stream().map(CellView::view).toList());
  }

  private static CaseView view(Case one) {
    return new CaseView(one.when(), StepView.of(one.step()), one.why());
  }

  /** What is refused is worth a word only where nothing is accepted. */
  private static List<Step> accepted(List<Case> cases) {
    List<Step> accepted =
        cases.stream()
            .map(Case::step)
            .filter(step -> step != Step.REFUSED)
            .distinct()
            .sorted()
            .toList();
    return accepted.isEmpty() ? List.of(Step.REFUSED) : accepted;
  }

  /** {@code view, copy or cast}. */
  private static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " or " + words.getLast();
  }
}
