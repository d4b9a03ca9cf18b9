package dev.ndbind.processor.validation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the user wants to hear of copies: the values of the option {@code ndbind.copies}. */
public enum CopyPolicy {
  /** Nothing; the plan is in the adapter's documentation. */
  ALLOW,
  /** A note for each method that says what its overloads do with each array. */
  NOTE,
  /** An error for each array that is copied in every call. */
  DENY;

  /**
   * The policy of some name.
   *
   * @param name as written in the option
   * @return empty if there is none
   */
  public static Optional<CopyPolicy> named(String name) {
    return Stream.of(values()).filter(policy -> policy.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
