package dev.ndbind.call;

import dev.ndbind.internal.memory.Strides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes bound to the names of one call.
 *
 * <p>Binding does not depend on the order of the parameters, since it goes through all arrays
 * twice: fixed sizes, names and runs first, then {@code #n} and expressions, which need the names.
 */
final class Bindings implements Axes {
  private static final long UNBOUND = Long.MIN_VALUE;
  private static final long[] NONE = {};

  private final MethodContract method;
  private final long[] sizes;
  private final long[] @Nullable [] runs;

  Bindings(MethodContract method) {
    this.method = method;
    this.sizes = method.names().isEmpty() ? NONE : new long[method.names().size()];
    Arrays.fill(sizes, UNBOUND);
    this.runs = new long[method.runNames().size()][];
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
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      if (axis.kind == Axis.Kind.FIXED) {
        int at = pattern.axisOf(entry, shape.length);
        if (shape[at] != axis.value) {
          return differs(at, shape[at], axis.value);
        }
      }
    }
    return null;
  }

  /** The first pass over one array. */
  @Nullable String bindEarly(Shape pattern, long[] shape) {
    String misfit = fixed(pattern, shape);
    if (misfit != null) {
      return misfit;
    }
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      int at = pattern.axisOf(entry, shape.length);
      String failure =
          switch (axis.kind) {
            case NAMED -> bindName((int) axis.value, at, shape[at]);
            case RUN -> bindRun((int) axis.value, entry, at, shape);
            case ANY, SEVERAL, FIXED, BROADCAST, COMPUTED -> null;
          };
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private @Nullable String bindName(int slot, int at, long size) {
    if (sizes[slot] == UNBOUND) {
      sizes[slot] = size;
    }
    return sizes[slot] == size
        ? null
        : "axis %d has size %d, but %s".formatted(at, size, binding(slot));
  }

  private @Nullable String bindRun(int slot, int entry, int end, long[] shape) {
    long[] found = Arrays.copyOfRange(shape, entry, end + 1);
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
   * Between the passes: a name that occurs only as {@code #n} is the size of those that are not 1.
   */
  void bindBroadcast(Shape pattern, long[] shape) {
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      if (axis.kind == Axis.Kind.BROADCAST) {
        long size = shape[pattern.axisOf(entry, shape.length)];
        int slot = (int) axis.value;
        if (sizes[slot] == UNBOUND && size != 1) {
          sizes[slot] = size;
        }
      }
    }
  }

  /** After that: a name that only {@code #n} mentions, always with size 1, is 1. */
  void bindOnes(Shape pattern) {
    for (Axis axis : pattern.axes) {
      if (axis.kind == Axis.Kind.BROADCAST && sizes[(int) axis.value] == UNBOUND) {
        sizes[(int) axis.value] = 1;
      }
    }
  }

  /** The second pass over one array. */
  @Nullable String bindLate(Shape pattern, long[] shape) {
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      Axis axis = pattern.axes[entry];
      int at = pattern.axisOf(entry, shape.length);
      String failure =
          switch (axis.kind) {
            case BROADCAST -> checkBroadcast((int) axis.value, at, shape[at]);
            case COMPUTED -> checkComputed(axis.expression, at, shape[at]);
            default -> null;
          };
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private @Nullable String checkBroadcast(int slot, int at, long size) {
    return size == 1 || size == sizes[slot]
        ? null
        : "axis %d has size %d, which is neither 1 nor %s".formatted(at, size, binding(slot));
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

  /** The shape as the method sees it: axes of size 1 under {@code #n} expanded. */
  long[] expanded(Shape pattern, long[] shape) {
    long[] seen = shape.clone();
    for (int entry = 0; entry < pattern.axes.length; entry++) {
      if (pattern.axes[entry].kind == Axis.Kind.BROADCAST) {
        seen[pattern.axisOf(entry, shape.length)] = sizes[(int) pattern.axes[entry].value];
      }
    }
    return seen;
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
