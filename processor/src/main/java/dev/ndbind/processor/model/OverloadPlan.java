package dev.ndbind.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One overload of a method.
 *
 * @param bridge the framework's; empty for the declared arrays
 * @param parameters their types, in order
 * @param result its type
 * @param arguments what happens to the arrays among the parameters, in order
 * @param results what happens to the arrays in the result, in order
 */
public record OverloadPlan(
    Optional<BridgeModel> bridge,
    List<TypeModel> parameters,
    TypeModel result,
    List<CopyPlan> arguments,
    List<CopyPlan> results) {
  public OverloadPlan {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
  }

  /**
   * All arrays.
   *
   * @return arguments, then results
   */
  public Stream<CopyPlan> copies() {
    return Stream.concat(arguments.stream(), results.stream());
  }

  /**
   * What happens to one array.
   *
   * @param array a contract of the method
   * @return its plan
   */
  @SuppressWarnings("ReferenceEquality") // Two arrays of a method may have equal contracts.
  public CopyPlan copies(ContractModel array) {
    return copies().filter(plan -> plan.array() == array).findFirst().orElseThrow();
  }

  /**
   * What the overload is for.
   *
   * @return the framework's name, or {@code arrays}
   */
  public String framework() {
    return bridge.map(BridgeModel::framework).orElse("arrays");
  }

  /**
   * What tells the overloads of one name apart at run time.
   *
   * @return the erased parameter types
   */
  public String erasure() {
    return parameters.stream().map(TypeModel::erasure).collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * The parameters as a call shows them.
   *
   * @return for example {@code (Tensor, int)}
   */
  public String signature() {
    return parameters.stream().map(TypeModel::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
