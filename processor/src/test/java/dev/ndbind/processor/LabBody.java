package dev.ndbind.processor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the methods in a {@link Lab} do: each passes all its arguments here. */
public final class LabBody {
  private static Function<@Nullable Object[], @Nullable Object> body = _ -> null;

  private LabBody() {}

  /** Sets what happens in the calls to come. */
  public static void set(Function<@Nullable Object[], @Nullable Object> newBody) {
    body = newBody;
  }

  /**
   * Runs the body, for a method in the lab.
   *
   * @param arguments what the method got
   * @return what it shall return
   */
  public static @Nullable Object run(@Nullable Object... arguments) {
    return body.apply(arguments);
  }
}
