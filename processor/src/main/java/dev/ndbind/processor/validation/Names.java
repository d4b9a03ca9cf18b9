package dev.ndbind.processor.validation;

import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.MethodModel;
import dev.ndbind.processor.model.Slots;
import dev.ndbind.processor.pattern.Dim;
import dev.ndbind.processor.pattern.SizeExpression;
import java.util.List;
import java.util.stream.Stream;

/** The names in shape patterns, in the order in which they are written. */
final class Names {
  private Names() {}

  /** Gives each name of a method a slot. */
  static Slots slots(MethodModel method) {
    List<ContractModel> contracts = method.contracts().toList();
    return new Slots(
        contracts.stream().flatMap(Names::sizes).distinct().toList(),
        contracts.stream().flatMap(Names::runs).distinct().toList(),
        contracts.stream().flatMap(Names::values).distinct().toList());
  }

  private static Stream<String> sizes(ContractModel contract) {
    return meanings(contract)
        .flatMap(dim ->
            switch (dim) {
              case Dim.Named(String name) -> Stream.of(name);
              case Dim.Broadcast(String name) -> Stream.of(name);
              case Dim.Value(String parameter) -> Stream.of(parameter);
              case Dim.Computed(SizeExpression size) -> size.leaves().map(Names::name);
              default -> Stream.empty();
            });
  }

  private static String name(SizeExpression leaf) {
    return switch (leaf) {
      case SizeExpression.AxisSize(String name) -> name;
      case SizeExpression.ParameterValue(String parameter) -> parameter;
      default -> throw new IllegalStateException("no leaf: " + leaf);
    };
  }

  static Stream<String> runs(ContractModel contract) {
    return meanings(contract)
        .flatMap(dim ->
            switch (dim) {
              case Dim.Run(String name) -> Stream.of(name);
              case Dim.BroadcastRun(String name) -> Stream.of(name);
              default -> Stream.empty();
            });
  }

  /** The <code>{k}</code> parameters. */
  static Stream<String> values(ContractModel contract) {
    return meanings(contract)
        .flatMap(dim ->
            switch (dim) {
              case Dim.Value(String parameter) -> Stream.of(parameter);
              case Dim.Computed(SizeExpression size) ->
                  size.leaves()
                      .filter(SizeExpression.ParameterValue.class::isInstance)
                      .map(Names::name);
              default -> Stream.empty();
            });
  }

  /** The names that get a size from an array: {@code n}, and {@code #n} too. */
  static Stream<String> bound(ContractModel contract) {
    return meanings(contract)
        .flatMap(dim ->
            switch (dim) {
              case Dim.Named(String name) -> Stream.of(name);
              case Dim.Broadcast(String name) -> Stream.of(name);
              default -> Stream.empty();
            });
  }

  /** The names of axes in an expression. */
  static Stream<String> axes(SizeExpression size) {
    return size.leaves().filter(SizeExpression.AxisSize.class::isInstance).map(Names::name);
  }

  static Stream<Dim> meanings(ContractModel contract) {
    return contract.shape().dims().stream().map(Dim::meaning);
  }
}
