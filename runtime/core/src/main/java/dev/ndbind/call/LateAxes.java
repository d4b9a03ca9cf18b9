package dev.ndbind.call;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a call that need the names of all its arguments: {@code #n} and expressions.
 *
 * @param arguments those that have such axes
 * @param bindings of all names that arguments bind by themselves
 */
record LateAxes(List<Argument> arguments, Bindings bindings) {

  /** Whether an argument has such axes, and the rank that they need. */
  static boolean areIn(Argument argument) {
    Shape pattern = argument.contract().shape();
    return argument.description() != null
        && pattern.hasLateAxes
        && pattern.acceptsRank(shape(argument).length);
  }

  private static long[] shape(Argument argument) {
    return Objects.requireNonNull(argument.description()).sizes();
  }

  /**
   * Binds and checks them, and expands what broadcasts.
   *
   * @param early what is wrong besides; nothing is expanded then
   * @return all that is wrong; null if nothing is
   */
  @Nullable List<String> check(@Nullable List<String> early) {
    for (Argument argument : arguments) {
      bindings.bindBroadcast(argument.contract().shape(), shape(argument));
    }
    for (Argument argument : arguments) {
      bindings.bindOnes(argument.contract().shape());
    }
    List<String> failures = early;
    for (Argument argument : arguments) {
      failures = Call.add(failures, argument, misfit(argument));
    }
    return failures == null ? expand() : failures;
  }

  private @Nullable String misfit(Argument argument) {
    String failure = bindings.bindLate(argument.contract().shape(), shape(argument));
    return Checks.shape(argument.contract(), shape(argument), failure);
  }

  /** Expands what broadcasts, now that all sizes are known to be right. */
  private @Nullable List<String> expand() {
    List<String> failures = null;
    for (Argument argument : arguments) {
      failures = Call.add(failures, argument, argument.expand(bindings));
    }
    return failures;
  }
}
