package dev.ndbind.report.drawing;

/**
 * One element.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param looks style classes
 * @param tone its place in memory, in percent
 * @param number its place in memory, or empty
 */
public record Cell(int x, int y, String looks, int tone, String number) {
  /** Width and height. */
  static final int SIZE = 20;

  /**
   * The middle of the number.
   *
   * @return horizontally
   */
  public int middle() {
    return x + SIZE / 2;
  }

  /**
   * The line that the number stands on.
   *
   * @return vertically
   */
  public int baseline() {
    return y + SIZE / 2 + 4;
  }
}
