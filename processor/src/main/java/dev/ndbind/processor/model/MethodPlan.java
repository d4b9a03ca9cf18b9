package dev.ndbind.processor.model;

import java.util.List;

/**
 * What will be written for a method.
 *
 * @param method the method
 * @param slots the names in its contracts
 * @param overloads one for each framework that can have one, then that of the declared arrays
 */
public record MethodPlan(MethodModel method, Slots slots, List<OverloadPlan> overloads) {
  public MethodPlan {
    overloads = List.copyOf(overloads);
  }
}
