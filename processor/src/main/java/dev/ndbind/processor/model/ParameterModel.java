package dev.ndbind.processor.model;

import java.util.Optional;

/**
 * A parameter of an adapted method.
 *
 * @param name as declared
 * @param type as declared
 * @param contract for arrays; without one the parameter is passed through
 * @param nullness the annotation that allows null, if there is one
 */
public record ParameterModel(
    String name, TypeModel type, Optional<ContractModel> contract, Optional<Nullness> nullness) {

  /**
   * An annotation that allows null.
   *
   * @param annotation its class
   * @param isTypeUse whether it belongs to the type, which matters for arrays and nested classes
   */
  public record Nullness(ClassId annotation, boolean isTypeUse) {}
}
