package dev.ndbind.call;

import java.util.List;

/**
 * What the arrays of one method have in common: the names in their shape patterns, by slot.
 *
 * @param method the class and method, for messages
 * @param names axis names and {@code {k}} parameters
 * @param runNames names of runs of axes
 */
public record MethodContract(String method, List<String> names, List<String> runNames) {

  /**
   * The names of a method.
   *
   * @param method the class and method, for example {@code Distances.mean}
   * @param names axis names and {@code {k}} parameters, by slot
   * @return a new contract
   */
  public static MethodContract of(String method, String... names) {
    return new MethodContract(method, List.of(names), List.of());
  }

  /**
   * This contract with names for runs of axes.
   *
   * @param newRunNames by slot
   * @return a new contract
   */
  public MethodContract runs(String... newRunNames) {
    return new MethodContract(method, names, List.of(newRunNames));
  }

  /**
   * Begins a call. It must be closed, which revokes its arrays.
   *
   * @return the frame of one call
   */
  public Call begin() {
    return new Call(this);
  }
}
