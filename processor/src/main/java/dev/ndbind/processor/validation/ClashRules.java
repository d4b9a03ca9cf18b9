package dev.ndbind.processor.validation;

import dev.ndbind.annotation.DType;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.model.AdapterModel;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.DispatchPlan.Branch;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.OverloadPlan;
import dev.ndbind.processor.model.ParameterModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds overloads with the same erased parameters. Where dtypes tell their methods apart, one
 * overload will choose among them; else they clash.
 */
final class ClashRules {
  private final AdapterModel adapter;
  private final Report report;

  ClashRules(AdapterModel adapter, Report report) {
    this.adapter = adapter;
    this.report = report;
  }

  List<DispatchPlan> dispatches(List<MethodPlan> methods) {
    Map<String, List<Branch>> bySignature = new LinkedHashMap<>();
    for (MethodPlan method : methods) {
      for (OverloadPlan overload : method.overloads()) {
        bySignature
            .computeIfAbsent(method.method().name() + overload.erasure(), _ -> new ArrayList<>())
            .add(new Branch(method, overload));
      }
    }
    List<DispatchPlan> plans = new ArrayList<>();
    bySignature.values().stream()
        .filter(branches -> branches.size() > 1)
        .forEach(branches -> dispatch(branches).ifPresent(plans::add));
    return plans;
  }

  private Optional<DispatchPlan> dispatch(List<Branch> branches) {
    Optional<String> obstacle = obstacle(branches);
    obstacle.ifPresent(why -> reportClash(branches, why));
    return obstacle.isPresent()
        ? Optional.empty()
        : Optional.of(new DispatchPlan(branches, choosers(branches)));
  }

  private void reportClash(List<Branch> branches, String why) {
    MethodModel first = branches.get(0).method().method();
    MethodModel second = branches.get(1).method().method();
    OverloadPlan overload = branches.getFirst().overload();
    report.add(
        Problem.CLASHING_OVERLOADS,
        second.place(),
        second.name() + signature(overload),
        declaration(first),
        why);
  }

  private static String signature(OverloadPlan overload) {
    String types = overload.parameters().toString();
    return "(" + types.substring(1, types.length() - 1) + ")";
  }

  private String declaration(MethodModel method) {
    List<String> types =
        method.parameters().stream().map(ParameterModel::type).map(Object::toString).toList();
    return adapter.target().nestedName()
        + "."
        + method.name()
        + "("
        + String.join(", ", types)
        + ")";
  }

  /** Why no overload can choose among the branches. */
  private static Optional<String> obstacle(List<Branch> branches) {
    Branch first = branches.getFirst();
    for (Branch branch : branches.subList(1, branches.size())) {
      if (!branch.overload().bridge().equals(first.overload().bridge())
          || !branch.overload().parameters().equals(first.overload().parameters())
          || !arrayIndices(branch).equals(arrayIndices(first))) {
        return Optional.of("their other parameters differ");
      }
      if (!branch.overload().result().equals(first.overload().result())) {
        return Optional.of("their results differ");
      }
      if (!haveSameModifiers(branch.method().method(), first.method().method())) {
        return Optional.of("their modifiers differ");
      }
    }
    return areApart(branches) ? Optional.empty() : Optional.of("no dtype tells them apart");
  }

  private static boolean haveSameModifiers(MethodModel one, MethodModel other) {
    MethodModel.Signature a = one.signature();
    MethodModel.Signature b = other.signature();
    return a.isPublic() == b.isPublic()
        && a.isStatic() == b.isStatic()
        && a.typeParameters().isEmpty()
        && b.typeParameters().isEmpty();
  }

  private static List<Integer> arrayIndices(Branch branch) {
    List<ParameterModel> parameters = branch.method().method().parameters();
    return IntStream.range(0, parameters.size())
        .filter(i -> parameters.get(i).contract().isPresent())
        .boxed()
        .toList();
  }

  private static boolean areApart(List<Branch> branches) {
    for (int i = 0; i < branches.size(); i++) {
      for (int j = 0; j < i; j++) {
        Branch one = branches.get(i);
        Branch other = branches.get(j);
        if (arrayIndices(one).stream()
            .noneMatch(k -> Collections.disjoint(dtypes(one, k), dtypes(other, k)))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The parameters whose dtypes are not the same in all branches. */
  private static List<Integer> choosers(List<Branch> branches) {
    return arrayIndices(branches.getFirst()).stream()
        .filter(i -> branches.stream().map(branch -> dtypes(branch, i)).distinct().count() > 1)
        .toList();
  }

  private static List<DType> dtypes(Branch branch, int parameter) {
    return branch.method().method().parameters().get(parameter).contract().stream()
        .map(ContractModel::dtypes)
        .flatMap(List::stream)
        .toList();
  }
}
