package dev.ndbind.call;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that several messages share. */
final class Messages {
  private Messages() {}

  /** One failure after the other, or the only one, or null. */
  static @Nullable String both(@Nullable String one, String between, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + between + other;
  }

  /** A copy that would be made where none may be. */
  static String forbidden(long bytes, String why) {
    return "would be copied (%d bytes), and copies are forbidden here: %s".formatted(bytes, why);
  }

  /** Native memory that the JVM does not give. */
  static OutOfMemoryError noMemory(
      String method, String parameter, long bytes, OutOfMemoryError cause) {
    var error =
        new OutOfMemoryError(
            "%s: %s would be copied (%d bytes), and there is no memory for that: %s"
                .formatted(method, parameter, bytes, cause.getMessage()));
    error.initCause(cause);
    return error;
  }

  /** {@code float32}, {@code float32 or float64}, {@code a, b or c}. */
  static String either(List<?> choices) {
    if (choices.size() == 1) {
      return choices.getFirst().toString();
    }
    String all =
        choices.subList(0, choices.size() - 1).stream()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return all + " or " + choices.getLast();
  }
}
