package dev.ndbind.report.drawing;

/**
 * An axis as it is drawn.
 *
 * @param label the entry of the shape pattern
 * @param size how many elements are drawn, at least 1
 * @param isRun whether it stands for any number of axes
 */
record Axis(String label, int size, boolean isRun) {}
