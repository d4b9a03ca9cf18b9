package dev.ndbind.processor.model;

import dev.ndbind.processor.diagnostic.Place;

/**
 * A bridge for one method.
 *
 * @param bridge which
 * @param isRequired whether the user named it, so that a missing overload is an error
 * @param place where it is named
 */
public record BridgeUse(BridgeModel bridge, boolean isRequired, Place place) {}
