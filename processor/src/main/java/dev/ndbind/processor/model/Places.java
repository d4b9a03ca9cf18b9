package dev.ndbind.processor.model;

import dev.ndbind.processor.diagnostic.Place;
import java.util.Map;

/**
 * Where the parts of a contract are written.
 *
 * @param whole the annotation, or what would carry it
 * @param attributes the attributes written out, by name
 */
public record Places(Place whole, Map<String, Place> attributes) {
  public Places {
    attributes = Map.copyOf(attributes);
  }

  /**
   * Where an attribute is written, or else the whole.
   *
   * @param attribute a name such as {@code value}, or {@code device}
   * @return the place for a problem with it
   */
  public Place of(String attribute) {
    return attributes.getOrDefault(attribute, whole);
  }
}
