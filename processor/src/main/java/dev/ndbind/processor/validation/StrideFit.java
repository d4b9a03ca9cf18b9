package dev.ndbind.processor.validation;

import dev.ndbind.annotation.Order;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.pattern.ShapePattern;
import java.util.Optional;

/** Whether the strides of a framework's tensors have the order that a contract asks for. */
enum StrideFit {
  /** All have. */
  ALWAYS,
  /** It depends on the tensor. */
  SOMETIMES,
  /** None has in which at least two axes are longer than 1. */
  NEVER;

  /**
   * What is known before there is a tensor. Axes of length 1 put no demand on strides; what is
   * expanded has stride 0, and no order.
   *
   * @param bridge the framework's; empty for the declared arrays
   */
  static StrideFit of(ContractModel array, Optional<BridgeModel> bridge) {
    ShapePattern shape = array.shape();
    boolean isSmall = !shape.isVariadic() && shape.longAxes() == 0;
    boolean isDense = array.type() instanceof ArrayType.Segment && bridge.isEmpty();
    if (array.order() == Order.ANY || isSmall || isDense) {
      return ALWAYS;
    }
    if (shape.isBroadcast() || isStrided(bridge)) {
      return SOMETIMES;
    }
    if (array.order() != Order.F || (!shape.isVariadic() && shape.longAxes() == 1)) {
      return ALWAYS;
    }
    return shape.isVariadic() ? SOMETIMES : NEVER;
  }

  private static boolean isStrided(Optional<BridgeModel> bridge) {
    return bridge.map(BridgeModel::order).orElse(Order.ANY) == Order.ANY;
  }
}
