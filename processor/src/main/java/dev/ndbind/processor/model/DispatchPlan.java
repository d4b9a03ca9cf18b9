package dev.ndbind.processor.model;

import java.util.List;

/**
 * An overload for a framework whose one tensor class stands for several dtypes: it asks the tensors
 * for their dtypes and calls one of several methods of the same name.
 *
 * @param branches the methods, in source order; their signatures agree for this framework
 * @param choosers the indices of the parameters that decide
 */
public record DispatchPlan(List<Branch> branches, List<Integer> choosers) {
  public DispatchPlan {
    branches = List.copyOf(branches);
    choosers = List.copyOf(choosers);
  }

  /**
   * One of the methods.
   *
   * @param method the method
   * @param overload its overload, which becomes private
   */
  public record Branch(MethodPlan method, OverloadPlan overload) {}

  /**
   * Whether the choice is written in place of an overload.
   *
   * @param overload any
   * @return true if it is the first branch
   */
  @SuppressWarnings("ReferenceEquality") // Overloads of several methods may be equal.
  public boolean replaces(OverloadPlan overload) {
    return branches.getFirst().overload() == overload;
  }

  /**
   * Whether an overload is reached through this choice only.
   *
   * @param overload any
   * @return true if it is one of the branches
   */
  @SuppressWarnings("ReferenceEquality") // Overloads of several methods may be equal.
  public boolean hides(OverloadPlan overload) {
    return branches.stream().anyMatch(branch -> branch.overload() == overload);
  }
}
