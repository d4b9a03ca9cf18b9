package dev.ndbind.processor.model;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bridge's class says of its framework.
 *
 * @param id the bridge's class
 * @param framework the framework's name
 * @param tensors its tensor types
 * @param isWritable whether tensors can be written in place
 * @param order the order in memory that every tensor has
 * @param device where the memory of tensors may be
 * @param adoptsResults whether a tensor can be made over an array's memory
 * @param countsWrites whether tensors have a version counter
 */
public record BridgeModel(
    ClassId id,
    String framework,
    List<TensorType> tensors,
    boolean isWritable,
    Order order,
    Device device,
    boolean adoptsResults,
    boolean countsWrites) {
  public BridgeModel {
    tensors = List.copyOf(tensors);
  }

  /**
   * A tensor type.
   *
   * @param id its class
   * @param dtypes the dtypes its tensors can have
   */
  public record TensorType(ClassId id, Set<DType> dtypes) {
    public TensorType {
      dtypes = Set.copyOf(dtypes);
    }
  }

  /**
   * The tensor type that holds just one dtype, if there is one, or else the narrowest that can hold
   * it.
   *
   * @param dtype a concrete dtype
   * @return empty if the framework lacks the dtype
   */
  public Optional<TensorType> exactType(DType dtype) {
    return tensors.stream()
        .filter(tensor -> tensor.dtypes().contains(dtype))
        .min(Comparator.comparingInt(tensor -> tensor.dtypes().size()));
  }

  /**
   * The narrowest type that can hold every one of some dtypes, as far as the framework has them. A
   * type made for one dtype is not among the candidates if there are others.
   *
   * @param dtypes concrete dtypes
   * @return empty if the framework has none of them
   */
  public Optional<TensorType> commonType(List<DType> dtypes) {
    List<DType> known = dtypes.stream().filter(dtype -> exactType(dtype).isPresent()).toList();
    return tensors.stream()
        .filter(tensor -> !known.isEmpty() && tensor.dtypes().containsAll(known))
        .min(
            Comparator.<TensorType, Boolean>comparing(tensor -> tensor.dtypes().size() == 1)
                .thenComparingInt(tensor -> tensor.dtypes().size()));
  }
}
