package dev.ndbind.call;

import dev.ndbind.internal.memory.Strides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The sizes bound to the names of one call.
 *
 * <p>Binding does not depend on the order of the parameters, since it goes through all arrays
 * twice: fixed sizes, names and runs first, then {@code #n}, {@code #*name} and expressions, which
 * need the names. What broadcasts does so by NumPy's rules:
 * https://numpy.org/doc/stable/user/basics.broadcasting.html
 */
final class Bindings implements Axes {
  private static final long UNBOUND = Long.MIN_VALUE;
  private static final long[] NONE = {};
  private static final long[][] NO_RUNS = {};

  private final MethodContract method;
  private final long[] sizes;
  private final long[] @Nullable [] runs;

  /** What the runs that only {@code #*name} mentions broadcast to, until they are bound. */
  private final long[] @Nullable [] broadcastRuns;

  Bindings(MethodContract method) {
    this.method = method;
    this.sizes = method.names().isEmpty() ? NONE : new long[method.names().size()];
    Arrays.fill(sizes, UNBOUND);
    int runCount = method.runNames().size();
    this.runs = runCount == 0 ? NO_RUNS : new long[runCount][];
    this.broadcastRuns = runCount == 0 ? NO_RUNS : new long[runCount][];
  }

  @Override
  public long size(int slot) {
    if (sizes[slot] == UNBOUND) {
      throw new UnboundAxis();
    }
    return sizes[slot];
  }

  void bind(int slot, long size) {
    sizes[slot] = size;
  }

  /** What needs no names: the rank, and sizes that are fixed. */
  static @Nullable String fixed(Shape pattern, long[] shape) {
    if (!pattern.acceptsRank(shape.length)) {
      return "its rank is " + shape.length;
    }
    String failures = null;
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      if (axis.kind == Axis.Kind.FIXED) {
        int at = pattern.axisOf(entry, shape.length);
        String failure = shape[at] == axis.value ? null : differs(at, shape[at], axis.value);
        failures = Messages.both(failures, ", ", failure);
      }
    }
    return failures;
  }

  /** The first pass over one array. */
  @Nullable String bindEarly(Shape pattern, long[] shape) {
    String failures = fixed(pattern, shape);
    if (failures != null && !pattern.acceptsRank(shape.length)) {
      return failures;
    }
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      int at = pattern.axisOf(entry, shape.length);
      String failure =
          switch (axis.kind) {
            case NAMED -> bindName((int) axis.value, at, shape[at]);
            case RUN -> bindRun((int) axis.value, pattern.run(shape));
            case ANY, SEVERAL, FIXED, BROADCAST, BROADCAST_RUN, COMPUTED -> null;
          };
      failures = Messages.both(failures, ", ", failure);
    }
    return failures;
  }

  private @Nullable String bindName(int slot, int at, long size) {
    if (sizes[slot] == UNBOUND) {
      sizes[slot] = size;
    }
    return sizes[slot] == size
        ? null
        : "axis %d has size %d, but %s".formatted(at, size, binding(slot));
  }

  private @Nullable String bindRun(int slot, long[] found) {
    long[] bound = runs[slot];
    if (bound == null) {
      runs[slot] = found;
      return null;
    }
    return Arrays.equals(bound, found)
        ? null
        : "axes %s are not those of %s".formatted(Strides.print(found), runBinding(slot));
  }

  /**
   * Between the passes: a name that occurs only as {@code #n} is the size of those that are not 1,
   * and one that occurs only as {@code #*name} is what all of these broadcast to.
   */
  void bindBroadcast(Shape pattern, long[] shape) {
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      int slot = (int) pattern.axes[entry].value;
      switch (pattern.axes[entry].kind) {
        case BROADCAST -> {
          long size = shape[pattern.axisOf(entry, shape.length)];
          sizes[slot] = sizes[slot] == UNBOUND && size != 1 ? size : sizes[slot];
        }
        case BROADCAST_RUN ->
            broadcastRuns[slot] = broadcast(broadcastRuns[slot], pattern.run(shape));
        default -> {}
      }
    }
  }

  /** Two runs, aligned at the right. If they contradict each other, the check will say so. */
  private static long[] broadcast(long @Nullable [] one, long[] other) {
    if (one == null || one.length < other.length) {
      return one == null ? other : broadcast(other, one);
    }
    long[] both = one.clone();
    int added = one.length - other.length;
    for (int axis = 0; axis < other.length; axis++) {
      both[added + axis] = both[added + axis] == 1 ? other[axis] : both[added + axis];
    }
    return both;
  }

  /** After that: a name that only {@code #n} mentions, always with size 1, is 1. */
  void bindOnes(Shape pattern) {
    for (Axis axis : pattern.axes) {
      int slot = (int) axis.value;
      if (axis.kind == Axis.Kind.BROADCAST && sizes[slot] == UNBOUND) {
        sizes[slot] = 1;
      } else if (axis.kind == Axis.Kind.BROADCAST_RUN && runs[slot] == null) {
        runs[slot] = broadcastRuns[slot];
      }
    }
  }

  /** The second pass over one array. */
  @Nullable String bindLate(Shape pattern, long[] shape) {
    String failures = null;
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      int at = pattern.axisOf(entry, shape.length);
      String failure =
          switch (axis.kind) {
            case BROADCAST -> checkBroadcast((int) axis.value, at, shape[at]);
            case BROADCAST_RUN -> checkBroadcastRun((int) axis.value, pattern.run(shape));
            case COMPUTED -> checkComputed(axis.expression, at, shape[at]);
            default -> null;
          };
      failures = Messages.both(failures, ", ", failure);
    }
    return failures;
  }

  private @Nullable String checkBroadcast(int slot, int at, long size) {
    return size == 1 || size == sizes[slot]
        ? null
        : "axis %d has size %d, which is neither 1 nor %s".formatted(at, size, binding(slot));
  }

  private @Nullable String checkBroadcastRun(int slot, long[] found) {
    long[] bound = bound(slot);
    int added = bound.length - found.length;
    for (int axis = 0; axis < found.length; axis++) {
      if (added < 0 || (found[axis] != 1 && found[axis] != bound[added + axis])) {
        return "axes %s do not broadcast to %s".formatted(Strides.print(found), runBinding(slot));
      }
    }
    return null;
  }

  private long[] bound(int slot) {
    return Objects.requireNonNull(runs[slot], "bound between the passes");
  }

  private @Nullable String checkComputed(@Nullable AxisExpression expression, int at, long size) {
    try {
      long expected = expression == null ? size : expression.size(this);
      return expected == size ? null : differs(at, size, expected);
    } catch (UnboundAxis e) {
      return null; // the array that should bind it has failed already
    } catch (ArithmeticException e) {
      return "the size of axis %d overflows".formatted(at);
    }
  }

  /** The shape as the method sees it: what broadcasts is expanded. */
  long[] expanded(Shape pattern, long[] shape) {
    LongStream.Builder seen = LongStream.builder();
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      long[] found =
          switch (axis.kind) {
            case BROADCAST -> new long[] {sizes[(int) axis.value]};
            case BROADCAST_RUN -> bound((int) axis.value);
            case SEVERAL, RUN -> pattern.run(shape);
            default -> new long[] {shape[pattern.axisOf(entry, shape.length)]};
          };
      Arrays.stream(found).forEach(seen);
    }
    return seen.build().toArray();
  }

  private static String differs(int at, long size, long expected) {
    return "axis %d has size %d, expected %d".formatted(at, size, expected);
  }

  private String binding(int slot) {
    return method.names().get(slot) + "=" + sizes[slot];
  }

  private String runBinding(int slot) {
    long[] run = runs[slot];
    return "*" + method.runNames().get(slot) + "=" + (run == null ? "?" : Strides.print(run));
  }

  /** The bindings so far, {@code n=2 d=3}; empty if there are none. */
  @Override
  public String toString() {
    List<String> bound = new ArrayList<>();
    for (int slot = 0; slot < sizes.length; slot++) {
      if (sizes[slot] != UNBOUND) {
        bound.add(binding(slot));
      }
    }
    for (int slot = 0; slot < runs.length; slot++) {
      if (runs[slot] != null) {
        bound.add(runBinding(slot));
      }
    }
    return String.join(" ", bound);
  }

  /** An expression met a name that nothing has bound. */
  private static final class UnboundAxis extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnboundAxis() {
      super(null, null, false, false);
    }
  }
}
