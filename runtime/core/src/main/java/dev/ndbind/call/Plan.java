package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;
import java.util.List;

/**
 * What a call will do with one tensor, and why.
 *
 * @param parameter the parameter's name
 * @param step view, copy, cast, transfer or refusal
 * @param reason one sentence
 * @param bytes how many bytes the copy has; 0 without one
 */
public record Plan(String parameter, Step step, String reason, long bytes) {

  /** What happens on a tensor's way to the method. */
  public enum Step {
    /** The array is the tensor's own memory. */
    VIEW,
    /** The elements are copied as they are. */
    COPY,
    /** The elements are copied and converted. */
    CAST,
    /** The elements are brought to the host's memory. */
    TO_HOST,
    /** A copy made before serves again. A plan for one tensor by itself never says so. */
    REUSED,
    /** The call throws. */
    REFUSED
  }

  /**
   * The plan for one tensor by itself. Names in the shape pattern are held against this tensor
   * alone. The description is released.
   *
   * <p>Example: {@code Plan.of(PyTorch.describe(t), DistancesAdapter.MEAN_POINTS)}.
   *
   * @param tensor what a bridge tells of the tensor
   * @param contract the contract of the parameter
   * @return what a call would do with it
   */
  public static Plan of(TensorDescription tensor, ArrayContract contract) {
    try {
      List<String> failures = Checks.alone(contract, tensor);
      DType target = tensor.dtype() == null ? null : contract.target(tensor.dtype());
      if (!failures.isEmpty() || target == null) {
        return new Plan(contract.name(), Step.REFUSED, String.join("; ", failures), 0);
      }
      Fit fit = Fit.of(tensor, contract, target, tensor.sizes(), tensor.strides());
      long bytes = fit == Fit.FITS ? 0 : Strides.count(tensor.sizes()) * target.itemsize();
      return new Plan(contract.name(), fit.step, reason(fit, tensor, contract, target), bytes);
    } finally {
      tensor.release();
    }
  }

  static String reason(Fit fit, TensorDescription tensor, ArrayContract contract, DType target) {
    return switch (fit) {
      case ORDER ->
          "byte strides %s are not in %s order"
              .formatted(Strides.print(tensor.strides()), contract.order());
      case DTYPE -> "%s is cast to %s".formatted(tensor.dtype(), target);
      case DEVICE -> "the memory is on " + tensor.device();
      default -> fit.reason;
    };
  }
}
