package dev.ndbind.processor.pattern;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shapes that a contract accepts: one entry for each axis.
 *
 * @param dims the entries; at most one is variadic
 */
public record ShapePattern(List<Dim> dims) {
  /** Any shape: {@code "..."}. */
  public static final ShapePattern ANY = new ShapePattern(List.of(new Dim.Several()));

  public ShapePattern {
    dims = List.copyOf(dims);
  }

  /**
   * Parses a pattern.
   *
   * @param text entries separated by white space
   * @return the pattern
   * @throws PatternException if the text is none
   */
  public static ShapePattern parse(String text) throws PatternException {
    return new PatternParser(text).parse();
  }

  /**
   * Any sizes.
   *
   * @param rank how many
   * @return {@code "_ _"} for 2
   */
  public static ShapePattern anyOfRank(int rank) {
    return new ShapePattern(Collections.nCopies(rank, new Dim.Any()));
  }

  /**
   * Whether this is {@code "..."}.
   *
   * @return true if every shape fits
   */
  public boolean isAny() {
    return equals(ANY);
  }

  /**
   * Whether an entry stands for any number of axes.
   *
   * @return false if the rank is the number of entries
   */
  public boolean isVariadic() {
    return dims.stream().anyMatch(Dim::isVariadic);
  }

  /**
   * Whether the method may see axes that the caller's array does not have in memory.
   *
   * @return true if there is {@code #n} or {@code #*name}
   */
  public boolean isBroadcast() {
    return dims.stream()
        .map(Dim::meaning)
        .anyMatch(dim -> dim instanceof Dim.Broadcast || dim instanceof Dim.BroadcastRun);
  }

  /**
   * How many entries can stand for an axis longer than 1: others put no demand on strides.
   *
   * @return all but the fixed sizes 0 and 1
   */
  public long longAxes() {
    return dims.stream()
        .map(Dim::meaning)
        .filter(dim -> !(dim instanceof Dim.Fixed(long size) && size <= 1))
        .count();
  }

  /** The entries, separated by single spaces. */
  @Override
  public String toString() {
    return dims.stream().map(Dim::toString).collect(Collectors.joining(" "));
  }
}
