package dev.ndbind.processor.validation;

import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.processor.model.ArrayType;
import dev.ndbind.processor.model.BridgeModel;
import dev.ndbind.processor.model.BridgeModel.TensorType;
import dev.ndbind.processor.model.ContractModel;
import dev.ndbind.processor.model.ParameterModel;
import dev.ndbind.processor.model.TypeModel;
import java.util.Optional;
import java.util.Set;

/** Chooses the types by which overloads take arrays. */
final class TensorTypes {
  private TensorTypes() {}

  /**
   * A framework's type for an array. One that holds just the one dtype accepted lets the compiler
   * refuse the others. Where several are accepted, also by casting, the type is one that holds
   * several.
   */
  static Optional<TensorType> find(ContractModel array, BridgeModel bridge) {
    boolean isOne = array.casting() == Casting.EXACT && array.dtypes().size() == 1;
    boolean isUntypedResult =
        array.type() instanceof ArrayType.Untyped && array.name().startsWith("result");
    return isOne && !isUntypedResult
        ? bridge.exactType(array.dtypes().getFirst())
        : bridge.commonType(array.accepted());
  }

  /** The type of a framework that has one. */
  static TypeModel of(ContractModel array, BridgeModel bridge) {
    return TypeModel.of(find(array, bridge).orElseThrow().id());
  }

  /**
   * The type for the array itself: the declared class, or that of every array where others may be
   * cast to it.
   *
   * @param isFree whether the type may differ from the declared one
   */
  static TypeModel ofArray(ParameterModel parameter, boolean isFree) {
    return parameter
        .contract()
        .filter(array -> isFree && takesEveryArray(array))
        .map(_ -> new ArrayType.Untyped().type())
        .orElse(parameter.type());
  }

  private static boolean takesEveryArray(ContractModel array) {
    return array.type() instanceof ArrayType.Typed && array.casting() != Casting.EXACT;
  }

  /** The dtypes that an argument of an overload can have. */
  static Set<DType> dtypes(ContractModel array, Optional<BridgeModel> bridge, boolean isFree) {
    if (bridge.isPresent()) {
      return find(array, bridge.get()).orElseThrow().dtypes();
    }
    boolean isUntyped =
        array.type() instanceof ArrayType.Untyped || (isFree && takesEveryArray(array));
    return Set.copyOf(isUntyped ? DType.concrete() : array.dtypes());
  }
}
