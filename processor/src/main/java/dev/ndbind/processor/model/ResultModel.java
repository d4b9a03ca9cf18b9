package dev.ndbind.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an adapted method returns. */
public sealed interface ResultModel {
  /**
   * The type as declared.
   *
   * @return {@link TypeModel.Primitive#VOID} for nothing
   */
  TypeModel type();

  /**
   * Handed to the caller as it is.
   *
   * @param type as declared
   * @param nullness the annotation that allows null, if there is one
   */
  record Passed(TypeModel type, Optional<ParameterModel.Nullness> nullness)
      implements ResultModel {}

  /**
   * An array, which becomes a tensor.
   *
   * @param contract what it must be
   */
  record Array(ContractModel contract) implements ResultModel {
    @Override
    public TypeModel type() {
      return contract.type().type();
    }
  }

  /**
   * A generic record whose type arguments are arrays.
   *
   * @param type as declared
   * @param components all of them, in order
   */
  record Several(TypeModel.Declared type, List<Component> components) implements ResultModel {
    public Several {
      components = List.copyOf(components);
    }
  }

  /**
   * A component of a record.
   *
   * @param name its accessor
   * @param argument which of the record's type arguments its type is, if that is an array
   * @param contract what the array must be
   */
  record Component(String name, int argument, Optional<ContractModel> contract) {}

  /**
   * The contracts of the arrays in the result.
   *
   * @return in the order of the components
   */
  default Stream<ContractModel> contracts() {
    return switch (this) {
      case Passed _ -> Stream.empty();
      case Array(ContractModel contract) -> Stream.of(contract);
      case Several several ->
          several.components().stream().flatMap(component -> component.contract().stream());
    };
  }
}
