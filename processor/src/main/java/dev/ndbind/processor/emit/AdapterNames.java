package dev.ndbind.processor.emit;

import dev.ndbind.processor.model.AdapterPlan;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.DispatchPlan;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.MethodPlan;
import dev.ndbind.processor.model.ParameterModel;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of an adapter's members: each once, and none that a parameter would hide. */
final class AdapterNames {
  private final Set<String> taken = new HashSet<>();
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();

  AdapterNames(AdapterPlan plan) {
    List<MethodModel> methods = plan.methods().stream().map(MethodPlan::method).toList();
    for (MethodModel method : methods) {
      taken.add(method.name());
      method.parameters().stream().map(ParameterModel::name).forEach(taken::add);
    }
    methods.stream()
        .filter(method -> method.contracts().findAny().isPresent())
        .forEach(method -> name(method, constant(method, methods)));
    methods.forEach(this::nameContracts);
    plan.dispatches().stream()
        .flatMap(dispatch -> dispatch.branches().stream())
        .forEach(this::nameBranch);
  }

  /** The constant of a method's or an array's contract. */
  String constant(Object contract) {
    return known(contract);
  }

  /** The private method of a branch. */
  String branch(DispatchPlan.Branch branch) {
    return known(branch.overload());
  }

  private String known(Object named) {
    return Objects.requireNonNull(names.get(named));
  }

  private void name(Object named, String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + i;
    }
    names.put(named, name);
  }

  /** Overloaded methods have their dtypes in their names. */
  private static String constant(MethodModel method, List<MethodModel> all) {
    long namesakes = all.stream().filter(other -> other.name().equals(method.name())).count();
    String name = upperSnake(method.name());
    return namesakes == 1 ? name : name + "_" + dtypes(method).toUpperCase(Locale.ROOT);
  }

  private void nameContracts(MethodModel method) {
    method
        .contracts()
        .forEach(array -> name(array, known(method) + "_" + upperSnake(array.name())));
  }

  /** Branches of several frameworks are overloads of one name. */
  private void nameBranch(DispatchPlan.Branch branch) {
    MethodModel method = branch.method().method();
    String wanted = method.name() + camelCase(dtypes(method));
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + i;
    }
    names.put(branch.overload(), name);
  }

  /** The dtypes of a method's array parameters, repeated ones once. */
  private static String dtypes(MethodModel method) {
    Stream<ContractModel> arrays =
        method.arguments().findAny().isPresent() ? method.arguments() : method.contracts();
    return arrays.map(AdapterNames::dtype).distinct().collect(Collectors.joining("_"));
  }

  private static String dtype(ContractModel array) {
    return array.type() instanceof ArrayType.Untyped || array.dtypes().isEmpty()
        ? "array"
        : array.dtypes().getFirst().toString();
  }

  private static String camelCase(String snake) {
    return Stream.of(snake.split("_"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String upperSnake(String name) {
    return name.replace('.', '_')
        .replaceAll("(\\p{Lower}|\\d)(\\p{Upper})", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }
}
