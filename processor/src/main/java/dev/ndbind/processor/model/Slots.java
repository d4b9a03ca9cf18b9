package dev.ndbind.processor.model;

import java.util.List;

/**
 * The names in a method's contracts. A name's place in its list is its slot.
 *
 * @param sizes named axes and <code>{k}</code> parameters
 * @param runs named runs of axes
 * @param values the <code>{k}</code> parameters alone
 */
public record Slots(List<String> sizes, List<String> runs, List<String> values) {
  public Slots {
    sizes = List.copyOf(sizes);
    runs = List.copyOf(runs);
    values = List.copyOf(values);
  }

  /**
   * The slot of a named axis or a parameter.
   *
   * @param name one of {@link #sizes}
   * @return its index
   */
  public int size(String name) {
    return sizes.indexOf(name);
  }

  /**
   * The slot of a run of axes.
   *
   * @param name one of {@link #runs}
   * @return its index
   */
  public int run(String name) {
    return runs.indexOf(name);
  }
}
