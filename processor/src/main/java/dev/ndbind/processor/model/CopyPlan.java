package dev.ndbind.processor.model;

import dev.ndbind.annotation.Reuse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one overload does with one array: with an argument on its way to the method, or with a
 * result on its way back.
 *
 * @param array the array's contract
 * @param reuse how long copies are remembered
 * @param cases what happens when, the cheapest first; together they are all that can happen
 */
public record CopyPlan(ContractModel array, Reuse reuse, List<Case> cases) {
  public CopyPlan {
    cases = List.copyOf(cases);
  }

  /** Arrays so small that they are in every order: a view of these is no promise. */
  public static final String SMALL = "with at most one axis longer than 1";

  /** What can happen to an array, the cheapest first. */
  public enum Step {
    /** Its memory is used as it is. */
    VIEW,
    /** Its elements are copied as they are. */
    COPY,
    /** Its elements are copied and converted. */
    CAST,
    /** Its elements are brought to the host's memory. */
    TO_HOST,
    /** The call throws. */
    REFUSED
  }

  /**
   * One thing that can happen.
   *
   * @param when which arrays it happens to
   * @param step what happens
   * @param why the rule or the property that leads to it
   */
  public record Case(String when, Step step, String why) {}

  /**
   * The cases of one step.
   *
   * @param step which
   * @return often none or one
   */
  public Stream<Case> cases(Step step) {
    return cases.stream().filter(each -> each.step() == step);
  }

  /**
   * Whether every call that is not refused copies, those with {@link #SMALL} arrays aside.
   *
   * @return true if there is no view, but something else
   */
  public boolean isCertainCopy() {
    return cases(Step.VIEW).allMatch(each -> each.when().endsWith(SMALL))
        && cases.stream().anyMatch(each -> each.step() != Step.REFUSED);
  }

  /** {@code x: VIEW (in C order), COPY (in another order)}. */
  @Override
  public String toString() {
    return cases.stream()
        .map(each -> each.step() + (each.when().equals("always") ? "" : " (" + each.when() + ")"))
        .collect(Collectors.joining(", ", array.name() + ": ", ""));
  }
}
