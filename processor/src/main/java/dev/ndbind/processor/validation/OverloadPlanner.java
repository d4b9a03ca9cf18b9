package dev.ndbind.processor.validation;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.BridgeModel.TensorType;
import dev.ndbind.processor.model.BridgeUse;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.ResultModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the overloads of a method and the tensor types in their signatures. */
final class OverloadPlanner {
  private final Report report;

  OverloadPlanner(Report report) {
    this.report = report;
  }

  /**
   * One overload for each framework that can have one, then that of arrays.
   *
   * @param isFree whether the signature of the latter may differ from the method's
   */
  List<OverloadPlan> plan(MethodModel method, boolean isFree) {
    List<OverloadPlan> plans = new ArrayList<>();
    if (method.arguments().findAny().isPresent()) {
      method.bridges().forEach(use -> plan(method, use).ifPresent(plans::add));
    }
    List<TypeModel> arrays =
        method.parameters().stream()
            .map(parameter -> isFree ? arrayType(parameter) : parameter.type())
            .toList();
    plans.add(new OverloadPlan(Optional.empty(), arrays, method.result().type()));
    return plans;
  }

  /** The declared class, or that of every array where others may be cast to it. */
  private static TypeModel arrayType(ParameterModel parameter) {
    return parameter
        .contract()
        .filter(array -> array.type() instanceof ArrayType.Typed)
        .filter(array -> array.casting() != Casting.EXACT)
        .map(_ -> new ArrayType.Untyped().type())
        .orElse(parameter.type());
  }

  private Optional<OverloadPlan> plan(MethodModel method, BridgeUse use) {
    BridgeModel bridge = use.bridge();
    boolean isTooLate = !bridge.isWritable() && method.arguments().anyMatch(ContractModel::writes);
    if (isTooLate || !hasDTypes(method, use)) {
      return Optional.empty();
    }
    List<TypeModel> parameters =
        method.parameters().stream().map(parameter -> type(parameter, bridge)).toList();
    return Optional.of(
        new OverloadPlan(Optional.of(bridge), parameters, result(method.result(), bridge)));
  }

  /** Whether a framework has a tensor type for every array; if not, and it was named, reports. */
  private boolean hasDTypes(MethodModel method, BridgeUse use) {
    List<ContractModel> lacking =
        method.contracts().filter(array -> tensorType(array, use.bridge()).isEmpty()).toList();
    if (use.isRequired()) {
      for (ContractModel array : lacking) {
        report.add(
            Problem.DTYPE_NOT_IN_FRAMEWORK,
            use.place(),
            use.bridge().framework(),
            array.dtypes().stream().map(DType::toString).collect(Collectors.joining(" or ")),
            array.name());
      }
    }
    return lacking.isEmpty();
  }

  private static TypeModel type(ParameterModel parameter, BridgeModel bridge) {
    return parameter.contract().map(array -> tensor(array, bridge)).orElse(parameter.type());
  }

  private static TypeModel tensor(ContractModel array, BridgeModel bridge) {
    return TypeModel.of(tensorType(array, bridge).orElseThrow().id());
  }

  /**
   * A type that holds just the one dtype accepted lets the compiler refuse the others. Where
   * several are accepted, also by casting, the type is one that holds several.
   */
  private static Optional<TensorType> tensorType(ContractModel array, BridgeModel bridge) {
    boolean isOne = array.casting() == Casting.EXACT && array.dtypes().size() == 1;
    boolean isUntypedResult =
        array.type() instanceof ArrayType.Untyped && array.name().startsWith("result");
    return isOne && !isUntypedResult
        ? bridge.exactType(array.dtypes().getFirst())
        : bridge.commonType(array.accepted());
  }

  private static TypeModel result(ResultModel result, BridgeModel bridge) {
    return switch (result) {
      case ResultModel.Passed passed -> passed.type();
      case ResultModel.Array(ContractModel contract) -> tensor(contract, bridge);
      case ResultModel.Several several -> several(several, bridge);
    };
  }

  private static TypeModel several(ResultModel.Several result, BridgeModel bridge) {
    List<TypeModel> arguments = new ArrayList<>(result.type().arguments());
    for (ResultModel.Component component : result.components()) {
      component
          .contract()
          .ifPresent(array -> arguments.set(component.argument(), tensor(array, bridge)));
    }
    return new TypeModel.Declared(result.type().id(), arguments, result.type().enclosing());
  }
}
