package dev.ndbind.processor.model;

import dev.ndbind.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/**
 * A type whose methods are adapted, as its sources say.
 *
 * @param target the type
 * @param isPublic whether every class may use it
 * @param isInterface whether the adapter implements it
 * @param typeParameters the type's own, if the adapter holds an instance
 * @param methods the annotated ones in source order, then those that are only handed on
 * @param module the Python module that the type stands for, if it does
 * @param surroundings what else decides how the adapter is written
 * @param place where the type is declared
 */
public record AdapterModel(
    ClassId target,
    boolean isPublic,
    boolean isInterface,
    List<TypeParameter> typeParameters,
    List<MethodModel> methods,
    Optional<ModuleModel> module,
    Surroundings surroundings,
    Place place) {
  public AdapterModel {
    typeParameters = List.copyOf(typeParameters);
    methods = List.copyOf(methods);
  }

  /**
   * What the code around the adapter asks of it.
   *
   * @param hasGenerated whether {@code javax.annotation.processing.Generated} can be read
   * @param suppressed the compiler warnings that the user's own signatures would bring up again
   * @param inheritedNames types nested in the interface, whose simple names mean them in the
   *     adapter
   */
  public record Surroundings(
      boolean hasGenerated, List<String> suppressed, List<String> inheritedNames) {
    public Surroundings {
      suppressed = List.copyOf(suppressed);
      inheritedNames = List.copyOf(inheritedNames);
    }
  }

  /**
   * Whether the adapter holds an instance of its target.
   *
   * @return true if a method is not static
   */
  public boolean hasInstance() {
    return methods.stream().anyMatch(method -> !method.signature().isStatic());
  }
}
