package dev.ndbind.processor.model;

import java.util.List;

/**
 * What will be written for a method.
 *
 * @param method the method
 * @param slots the names in its contracts
 * @param overloads one for each framework that can have one, then that of the declared arrays
 * @param absences the frameworks that cannot
 */
public record MethodPlan(
    MethodModel method, Slots slots, List<OverloadPlan> overloads, List<Absence> absences) {
  public MethodPlan {
    overloads = List.copyOf(overloads);
    absences = List.copyOf(absences);
  }

  /**
   * A framework without an overload.
   *
   * @param framework its name
   * @param why what the framework cannot do
   */
  public record Absence(String framework, String why) {}
}
