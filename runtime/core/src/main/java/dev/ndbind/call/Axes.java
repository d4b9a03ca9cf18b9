package dev.ndbind.call;

/** The sizes bound so far in a call, for the expressions of a shape pattern. */
public interface Axes {
  /**
   * The size bound to a name.
   *
   * @param slot the name's place in its {@link MethodContract}
   * @return the size in elements
   */
  long size(int slot);
}
