package dev.ndbind.processor.validation;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.DTypes;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.pattern.Dim;
import java.util.List;

/** What the attributes of one contract demand of each other. */
final class AttributeRules {
  private final Report report;

  AttributeRules(Report report) {
    this.report = report;
  }

  void check(MethodModel method) {
    method.arguments().forEach(this::checkArgument);
    method.result().contracts().forEach(this::checkResult);
  }

  private void checkArgument(ContractModel contract) {
    checkJavaArray(contract);
    checkCasting(contract);
    checkDevice(contract);
    checkReuse(contract);
    checkBroadcast(contract);
  }

  private void checkJavaArray(ContractModel contract) {
    String type = "a " + contract.type();
    if (contract.type() instanceof ArrayType.Java && contract.use() == Use.VIEW) {
      report.add(Problem.VIEW_OF_COPY, contract.places().of("use"), type);
    }
    if (contract.type() instanceof ArrayType.Java && contract.use() == Use.WRITE) {
      report.add(Problem.WRITE_TO_COPY, contract.places().of("use"), type);
    }
  }

  private void checkCasting(ContractModel contract) {
    if (contract.casting() == Casting.EXACT) {
      return;
    }
    Place place = contract.places().of("casting");
    Use use = contract.use();
    if (use == Use.VIEW || use == Use.WRITE) {
      Use other = use == Use.VIEW ? Use.READ : Use.WRITE_BACK;
      report.add(Problem.CAST_WITHOUT_COPY, place, use, other);
    } else if (contract.dtypes().containsAll(contract.accepted())) {
      String both = use == Use.WRITE_BACK ? " and back" : "";
      String to = DTypes.words(contract.dtypes(), DType.concrete());
      report.add(Problem.CAST_WITHOUT_EFFECT, place, contract.casting(), to, both);
    }
  }

  private void checkDevice(ContractModel contract) {
    if (contract.device() == Device.ANY && (contract.writes() || contract.use() == Use.VIEW)) {
      report.add(Problem.DEVICE_OF_USE, contract.places().of("device"), contract.use());
    }
  }

  private void checkReuse(ContractModel contract) {
    boolean isRemembered =
        contract.use() == Use.READ && !(contract.type() instanceof ArrayType.Java);
    if (contract.reuse() != Reuse.CALL && !isRemembered) {
      String found =
          contract.use() == Use.READ ? "a " + contract.type() : contract.use().toString();
      report.add(Problem.REUSE_WITHOUT_COPY, contract.places().of("reuse"), found);
    }
  }

  private void checkBroadcast(ContractModel contract) {
    if (contract.writes()) {
      forEachBroadcast(contract, Problem.BROADCAST_WRITTEN);
    }
  }

  private void checkResult(ContractModel contract) {
    for (String attribute : List.of("use", "casting", "reuse")) {
      if (contract.places().attributes().containsKey(attribute)) {
        report.add(Problem.RESULT_ATTRIBUTE, contract.places().of(attribute), attribute);
      }
    }
    forEachBroadcast(contract, Problem.BROADCAST_RESULT);
  }

  private void forEachBroadcast(ContractModel contract, Problem problem) {
    for (Dim dim : contract.shape().dims()) {
      if (dim.meaning() instanceof Dim.Broadcast(String name)) {
        report.add(problem, contract.places().of("value"), dim, name);
      } else if (dim instanceof Dim.BroadcastRun(String name)) {
        report.add(problem, contract.places().of("value"), dim, "*" + name);
      }
    }
  }
}
