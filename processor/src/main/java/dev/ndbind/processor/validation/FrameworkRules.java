package dev.ndbind.processor.validation;

import dev.ndbind.annotation.Use;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.BridgeUse;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.DTypes;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan.Absence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a framework can have an overload of a method. One that cannot has none; if the user named
 * the framework, that is a problem.
 */
final class FrameworkRules {
  private final MethodModel method;
  private final Report report;

  FrameworkRules(MethodModel method, Report report) {
    this.method = method;
    this.report = report;
  }

  /** Why a framework has no overload; empty if it has one. */
  Optional<Absence> absence(BridgeUse use) {
    return writing(use).or(() -> dtype(use)).or(() -> order(use));
  }

  /** A type has reading and writing methods, so that naming a framework there is no mistake. */
  private Optional<Absence> writing(BridgeUse use) {
    return absence(
        use,
        use.origin() == BridgeUse.Origin.METHOD,
        Problem.WRITE_NOT_IN_FRAMEWORK,
        method.arguments().filter(array -> array.writes() && !use.bridge().isWritable()),
        "its tensors cannot be written");
  }

  private Optional<Absence> dtype(BridgeUse use) {
    return absence(
        use,
        use.isNamed(),
        Problem.DTYPE_NOT_IN_FRAMEWORK,
        method.contracts().filter(array -> TensorTypes.find(array, use.bridge()).isEmpty()),
        "it has no such dtype");
  }

  private Optional<Absence> order(BridgeUse use) {
    return absence(
        use,
        use.isNamed(),
        Problem.VIEW_NOT_IN_FRAMEWORK,
        method.arguments().filter(array -> isNeverViewed(array, use.bridge())),
        "its tensors are in C order");
  }

  private static boolean isNeverViewed(ContractModel array, BridgeModel bridge) {
    return array.use() == Use.VIEW && StrideFit.of(array, Optional.of(bridge)) == StrideFit.NEVER;
  }

  private Optional<Absence> absence(
      BridgeUse use,
      boolean isMistake,
      Problem problem,
      Stream<ContractModel> obstacles,
      String why) {
    String framework = use.bridge().framework();
    List<ContractModel> found = obstacles.toList();
    if (isMistake) {
      found.forEach(array ->
          report.add(problem, use.place(), framework, array.name(), DTypes.either(array.dtypes())));
    }
    return found.stream()
        .findFirst()
        .map(array -> new Absence(framework, "%s: %s".formatted(array.name(), why)));
  }
}
