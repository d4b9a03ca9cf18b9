package dev.ndbind.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One overload of a method.
 *
 * @param bridge the framework's; empty for the declared arrays
 * @param parameters their types, in order
 * @param result its type
 */
public record OverloadPlan(
    Optional<BridgeModel> bridge, List<TypeModel> parameters, TypeModel result) {
  public OverloadPlan {
    parameters = List.copyOf(parameters);
  }

  /**
   * What tells the overloads of one name apart at run time.
   *
   * @return the erased parameter types
   */
  public String erasure() {
    return parameters.stream().map(TypeModel::erasure).collect(Collectors.joining(", ", "(", ")"));
  }
}
