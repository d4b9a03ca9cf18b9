package dev.ndbind.processor.validation;

import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.BridgeUse;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.CopyPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.MethodPlan.Absence;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.ResultModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the overloads of one method: their signatures, and what they do with the arrays. */
final class OverloadPlanner {
  private final MethodModel method;
  private final FrameworkRules rules;

  /** Whether the overload of the declared arrays may have another signature than the method. */
  private final boolean isFree;

  OverloadPlanner(MethodModel method, boolean isFree, Report report) {
    this.method = method;
    this.isFree = isFree;
    this.rules = new FrameworkRules(method, report);
  }

  /** One overload for each framework that can have one, then that of arrays. */
  MethodPlan plan() {
    List<OverloadPlan> overloads = new ArrayList<>();
    List<Absence> absences = new ArrayList<>();
    if (method.arguments().findAny().isPresent()) {
      for (BridgeUse use : method.bridges()) {
        rules
            .absence(use)
            .ifPresentOrElse(
                absences::add, () -> overloads.add(overload(Optional.of(use.bridge()))));
      }
    }
    overloads.add(overload(Optional.empty()));
    return new MethodPlan(method, Names.slots(method), overloads, absences);
  }

  private OverloadPlan overload(Optional<BridgeModel> bridge) {
    return new OverloadPlan(
        bridge,
        method.parameters().stream().map(parameter -> type(parameter, bridge)).toList(),
        bridge.map(this::result).orElse(method.result().type()),
        method.arguments().map(array -> copies(array, bridge)).toList(),
        method.result().contracts().map(array -> CopyPlanner.ofResult(array, bridge)).toList());
  }

  private TypeModel type(ParameterModel parameter, Optional<BridgeModel> bridge) {
    return bridge
        .map(framework ->
            parameter
                .contract()
                .map(array -> TensorTypes.of(array, framework))
                .orElse(parameter.type()))
        .orElseGet(() -> TensorTypes.ofArray(parameter, isFree));
  }

  private CopyPlan copies(ContractModel array, Optional<BridgeModel> bridge) {
    return new CopyPlanner(array, bridge, TensorTypes.dtypes(array, bridge, isFree)).plan();
  }

  private TypeModel result(BridgeModel bridge) {
    return switch (method.result()) {
      case ResultModel.Passed passed -> passed.type();
      case ResultModel.Array(ContractModel contract) -> TensorTypes.of(contract, bridge);
      case ResultModel.Several several -> several(several, bridge);
    };
  }

  private static TypeModel several(ResultModel.Several result, BridgeModel bridge) {
    List<TypeModel> arguments = new ArrayList<>(result.type().arguments());
    for (ResultModel.Component component : result.components()) {
      component
          .contract()
          .ifPresent(array -> arguments.set(component.argument(), TensorTypes.of(array, bridge)));
    }
    return new TypeModel.Declared(result.type().id(), arguments, result.type().enclosing());
  }
}
