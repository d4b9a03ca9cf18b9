package dev.ndbind.processor.pattern;

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
   * Whether this is {@code "..."}.
   *
   * @return true if every shape fits
   */
  public boolean isAny() {
    return equals(ANY);
  }

  /** The entries, separated by single spaces. */
  @Override
  public String toString() {
    return dims.stream().map(Dim::toString).collect(Collectors.joining(" "));
  }
}
