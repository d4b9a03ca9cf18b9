package dev.ndbind.processor.model;

import java.util.List;

/**
 * A type parameter of a method or class.
 *
 * @param name as declared
 * @param bounds none for {@code Object} alone
 */
public record TypeParameter(String name, List<TypeModel> bounds) {
  public TypeParameter {
    bounds = List.copyOf(bounds);
  }
}
