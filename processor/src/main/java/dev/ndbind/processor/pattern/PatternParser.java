package dev.ndbind.processor.pattern;

import dev.ndbind.processor.pattern.PatternException.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a pattern into entries.
 *
 * <pre>
 * entry := "..." | "_" | "*" name | "#" name | "#*" name | name "=" ("_" | size) | size
 * </pre>
 */
final class PatternParser {
  /** As many axes as a NumPy array can have. */
  private static final int MOST_AXES = 64;

  /** Keeps the depth of expressions, and with it the recursion over them, within bounds. */
  private static final int LONGEST_PATTERN = 500;

  private final Scanner scanner;
  private final List<Dim> dims = new ArrayList<>();
  private @Nullable Dim variadic;

  PatternParser(String text) {
    this.scanner = new Scanner(text);
  }

  ShapePattern parse() throws PatternException {
    if (scanner.length() > LONGEST_PATTERN) {
      throw scanner.error(Rule.SIZE, "a pattern has at most " + LONGEST_PATTERN + " characters");
    }
    scanner.skipSpace();
    while (!scanner.atEnd()) {
      add(entry());
      scanner.skipSpace();
    }
    return new ShapePattern(dims);
  }

  private void add(Dim dim) throws PatternException {
    if (dim.isVariadic() && variadic != null) {
      throw scanner.error(
          Rule.ONE_VARIADIC,
          "'%s' and '%s' both stand for any number of axes".formatted(variadic, dim));
    }
    if (dims.size() == MOST_AXES) {
      throw scanner.error(Rule.SIZE, "a NumPy array has at most " + MOST_AXES + " axes");
    }
    variadic = dim.isVariadic() ? dim : variadic;
    dims.add(dim);
  }

  private Dim entry() throws PatternException {
    Dim dim = entryOfOneKind();
    if (!scanner.atEndOfEntry()) {
      throw scanner.expected("a space before the next axis, or one of + - *");
    }
    return dim;
  }

  private Dim entryOfOneKind() throws PatternException {
    if (scanner.skip("...")) {
      return new Dim.Several();
    }
    if (scanner.skip("*")) {
      return new Dim.Run(scanner.name("the name of a run of axes after '*', as in *batch"));
    }
    if (scanner.skip("#*")) {
      return new Dim.BroadcastRun(
          scanner.name("the name of a run of axes after '#*', as in #*batch"));
    }
    if (scanner.skip("#")) {
      return new Dim.Broadcast(scanner.name("the name of an axis after '#', as in #n"));
    }
    return documented();
  }

  private Dim documented() throws PatternException {
    int start = scanner.offset();
    if (scanner.atName()) {
      String name = scanner.name("a name");
      if (scanner.skip("=")) {
        return new Dim.Documented(name, oneAxis());
      }
      scanner.back(start);
    }
    return oneAxis();
  }

  private Dim oneAxis() throws PatternException {
    return scanner.skip("_") ? new Dim.Any() : new SizeParser(scanner).parse();
  }
}
