package dev.ndbind.processor.validation;

import dev.ndbind.processor.diagnostic.Place;
import dev.ndbind.processor.diagnostic.Problem;
import dev.ndbind.processor.diagnostic.Report;
import dev.ndbind.processor.diagnostic.Spelling;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.TypeModel;
import dev.ndbind.processor.pattern.Dim;
import dev.ndbind.processor.pattern.SizeExpression;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each name in the shape patterns of a method has one meaning, and gets a size. */
final class NameRules {
  private static final Set<TypeModel> SIZES =
      Set.of(new TypeModel.Primitive("int"), new TypeModel.Primitive("long"));

  private final MethodModel method;
  private final Report report;
  private final Set<String> axes;
  private final Set<String> values;

  NameRules(MethodModel method, Report report) {
    this.method = method;
    this.report = report;
    this.axes = method.contracts().flatMap(NameRules::axisNames).collect(Collectors.toSet());
    this.values =
        method.parameters().stream()
            .filter(parameter -> SIZES.contains(parameter.type()))
            .map(ParameterModel::name)
            .collect(Collectors.toSet());
  }

  void check() {
    method.contracts().forEach(this::checkMeanings);
    checkArguments();
    checkResults();
  }

  private void checkMeanings(ContractModel contract) {
    Place place = contract.places().of("value");
    Names.values(contract)
        .forEach(name -> {
          if (!values.contains(name)) {
            String wayOut = "add one, or drop the braces";
            report.add(Problem.UNKNOWN_PARAMETER, place, name, suggestion(name, values, wayOut));
          } else if (axes.contains(name)) {
            report.add(Problem.AMBIGUOUS_NAME, place, name, name);
          }
        });
    for (Dim dim : contract.shape().dims()) {
      if (dim instanceof Dim.Documented(String name, Dim _) && axes.contains(name)) {
        report.add(Problem.DOCUMENTATION_NAME, place, name, dim, name);
      }
    }
  }

  private static Stream<String> axisNames(ContractModel contract) {
    return Stream.of(Names.bound(contract), Names.runs(contract), expressionNames(contract))
        .flatMap(names -> names);
  }

  private static Stream<String> expressionNames(ContractModel contract) {
    return Names.meanings(contract)
        .flatMap(dim ->
            dim instanceof Dim.Computed(SizeExpression size) ? Names.axes(size) : Stream.empty());
  }

  /** Expressions need sizes that are always there, so not those of an array that may be null. */
  private void checkArguments() {
    Set<String> certain = certain();
    method.arguments().forEach(contract -> checkExpressions(contract, certain));
  }

  private Set<String> certain() {
    return method
        .arguments()
        .filter(contract -> !contract.isNullable())
        .flatMap(Names::bound)
        .collect(Collectors.toSet());
  }

  /** Results are bound one after the other. */
  private void checkResults() {
    Set<String> certain = new HashSet<>(certain());
    List<ContractModel> results = method.result().contracts().toList();
    List<String> occurrences = results.stream().flatMap(NameRules::axisNames).toList();
    Set<String> arguments =
        method.arguments().flatMap(NameRules::axisNames).collect(Collectors.toSet());
    for (ContractModel result : results) {
      Names.bound(result).forEach(certain::add);
      checkExpressions(result, certain);
      Stream.concat(Names.bound(result), Names.runs(result))
          .filter(name -> !arguments.contains(name))
          .filter(name -> Collections.frequency(occurrences, name) == 1)
          .forEach(name ->
              report.add(
                  Problem.UNBOUND_AXIS,
                  result.places().of("value"),
                  name,
                  suggestion(name, arguments, "bind it or use '_'")));
    }
  }

  private static String suggestion(String name, Set<String> known, String otherwise) {
    return Spelling.closest(name, known).map(Spelling::didYouMean).orElse(otherwise);
  }

  private void checkExpressions(ContractModel contract, Set<String> certain) {
    for (Dim dim : contract.shape().dims()) {
      if (dim.meaning() instanceof Dim.Computed(SizeExpression size)) {
        Names.axes(size)
            .filter(name -> !certain.contains(name))
            .forEach(name ->
                report.add(
                    Problem.UNBOUND_NAME,
                    contract.places().of("value"),
                    name,
                    dim,
                    suggestion(name, certain, "name one so")));
      }
    }
  }
}
