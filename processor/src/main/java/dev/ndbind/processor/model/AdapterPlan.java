package dev.ndbind.processor.model;

import java.util.List;

/**
 * What will be written for a type. Everything in it has been checked.
 *
 * @param adapter the type
 * @param methods one plan for each method, in order
 * @param dispatches overloads that choose by dtype
 */
public record AdapterPlan(
    AdapterModel adapter, List<MethodPlan> methods, List<DispatchPlan> dispatches) {
  public AdapterPlan {
    methods = List.copyOf(methods);
    dispatches = List.copyOf(dispatches);
  }
}
