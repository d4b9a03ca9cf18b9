package dev.ndbind.report.drawing;

/**
 * Text beside the elements.
 *
 * @param x where it starts, ends or has its middle
 * @param y the line it stands on
 * @param anchor which of these: start, end or middle
 * @param looks style classes
 * @param text what it says
 */
public record Label(int x, int y, String anchor, String looks, String text) {}
