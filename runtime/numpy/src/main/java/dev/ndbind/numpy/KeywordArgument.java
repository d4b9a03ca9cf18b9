package dev.ndbind.numpy;

import org.jspecify.annotations.Nullable;

/**
 * A keyword argument, {@code axis=0} in Python.
 *
 * @param name of the parameter
 * @param value anything that can be an argument
 * @see Python#keyword
 */
public record KeywordArgument(String name, @Nullable Object value) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is no identifier
   */
  public KeywordArgument {
    Names.require(name, "keyword");
  }
}
