package dev.ndbind.processor.model;

import dev.ndbind.processor.diagnostic.Place;

/**
 * A bridge for one method.
 *
 * @param bridge which
 * @param origin who chose it
 * @param place where it is named
 */
public record BridgeUse(BridgeModel bridge, Origin origin, Place place) {
  /** Where a bridge can be named. */
  public enum Origin {
    /** Nowhere: its framework can be read. */
    DEFAULT,
    /** In the processor's option, or on the type: for several methods at once. */
    SEVERAL,
    /** On the method itself. */
    METHOD
  }

  /**
   * Whether the user named the bridge, so that a dtype that it lacks is an error.
   *
   * @return false for a default
   */
  public boolean isNamed() {
    return origin != Origin.DEFAULT;
  }
}
