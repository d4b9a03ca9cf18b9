package dev.ndbind.processor.model;

import dev.ndbind.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method of the adapter's target.
 *
 * @param signature name, modifiers and generics
 * @param parameters in order
 * @param result what it returns
 * @param bridges the frameworks that shall have an overload
 * @param summary the first sentence of its documentation, if any, as plain text
 * @param place where it is declared
 */
public record MethodModel(
    Signature signature,
    List<ParameterModel> parameters,
    ResultModel result,
    List<BridgeUse> bridges,
    Optional<String> summary,
    Place place) {
  public MethodModel {
    parameters = List.copyOf(parameters);
    bridges = List.copyOf(bridges);
  }

  /**
   * What a declaration says beside parameters and result.
   *
   * @param name the method's name
   * @param isPublic whether its adapter is public too
   * @param isStatic whether it needs no instance
   * @param isInherited whether the adapter overrides a method of an interface
   * @param isVarargs whether the last parameter takes any number of arguments
   * @param deprecation whether it is deprecated
   * @param typeParameters its own
   * @param thrown the exceptions declared
   */
  public record Signature(
      String name,
      boolean isPublic,
      boolean isStatic,
      boolean isInherited,
      boolean isVarargs,
      Deprecation deprecation,
      List<TypeParameter> typeParameters,
      List<TypeModel> thrown) {
    public Signature {
      typeParameters = List.copyOf(typeParameters);
      thrown = List.copyOf(thrown);
    }
  }

  /** Whether a declaration is deprecated. */
  public enum Deprecation {
    /** It is not. */
    NONE,
    /** It should not be used. */
    DEPRECATED,
    /** It will be removed. */
    FOR_REMOVAL
  }

  /**
   * The contracts of the array parameters.
   *
   * @return in order
   */
  public Stream<ContractModel> arguments() {
    return parameters.stream().flatMap(parameter -> parameter.contract().stream());
  }

  /**
   * All contracts.
   *
   * @return parameters first, then the result
   */
  public Stream<ContractModel> contracts() {
    return Stream.concat(arguments(), result.contracts());
  }

  /**
   * The method's name.
   *
   * @return without its class
   */
  public String name() {
    return signature.name();
  }
}
