package dev.ndbind.call;

/**
 * Whether shapes fit their patterns, seen by looking at the arguments alone. Most calls are right,
 * and their patterns have plain names only: then no {@link Bindings} are needed.
 */
final class Agreement {
  private Agreement() {}

  /**
   * Whether an argument is known to fit. The arguments before it must have been found to.
   *
   * @param first the call's first argument
   * @param argument one of those that follow it, or itself
   * @param shape of its tensor
   * @return false also if it takes more to know
   */
  static boolean of(Argument first, Argument argument, long[] shape) {
    Shape pattern = argument.contract().shape();
    if (!pattern.isPlain || !pattern.acceptsRank(shape.length)) {
      return false;
    }
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      int at = pattern.axisOf(entry, shape.length);
      boolean fits =
          switch (axis.kind) {
            case FIXED -> shape[at] == axis.value;
            case NAMED -> shape[at] == firstSize(axis.value, first);
            default -> true;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** The size that a name has where it occurs first; some argument mentions it. */
  private static long firstSize(long name, Argument first) {
    Argument argument = first;
    while (true) {
      TensorDescription tensor = argument.description();
      if (tensor != null && tensor.refusal() == null) {
        long[] shape = tensor.sizes();
        int axis = argument.contract().shape().firstAxis(name, shape.length);
        if (axis >= 0) {
          return shape[axis];
        }
      }
      argument = argument.next;
    }
  }
}
