package dev.ndbind.processor.validation;

import dev.ndbind.annotation.Use;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.CopyPlan;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.OverloadPlan;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of the copies that a method's overloads make, or refuses those that are certain. */
final class CopyRules {
  private final CopyPolicy policy;
  private final Report report;

  CopyRules(CopyPolicy policy, Report report) {
    this.policy = policy;
    this.report = report;
  }

  void check(MethodPlan method) {
    switch (policy) {
      case ALLOW -> {}
      case NOTE -> note(method);
      case DENY -> method.method().contracts().forEach(array -> deny(method, array));
    }
  }

  private void note(MethodPlan method) {
    if (method.method().contracts().findAny().isPresent()) {
      report.add(
          Problem.COPY_PLAN,
          method.method().place(),
          method.method().name(),
          method.overloads().stream().map(CopyRules::line).collect(Collectors.joining()));
    }
  }

  private static String line(OverloadPlan overload) {
    String plans = overload.copies().map(CopyPlan::toString).collect(Collectors.joining("; "));
    return "\n  %s %s: %s".formatted(overload.framework(), overload.signature(), plans);
  }

  private void deny(MethodPlan method, ContractModel array) {
    List<String> frameworks =
        method.overloads().stream()
            .filter(overload -> overload.copies(array).isCertainCopy())
            .map(OverloadPlan::framework)
            .toList();
    if (!frameworks.isEmpty()) {
      report.add(
          Problem.CERTAIN_COPY,
          array.places().of(attribute(array)),
          array.name(),
          String.join(", ", frameworks),
          wayOut(array));
    }
  }

  private static String attribute(ContractModel array) {
    return isByUse(array) ? "use" : "order";
  }

  private static boolean isByUse(ContractModel array) {
    return array.use() == Use.COPY || array.use() == Use.WRITE_BACK;
  }

  private static String wayOut(ContractModel array) {
    if (array.type() instanceof ArrayType.Java) {
      return "a " + array.type() + " is always a fresh copy; take a typed array";
    }
    if (isByUse(array)) {
      return "use %s works on a copy; take %s"
          .formatted(array.use(), array.writes() ? Use.WRITE : Use.READ);
    }
    return "the framework's tensors are never so in memory; name the others in 'from'";
  }
}
