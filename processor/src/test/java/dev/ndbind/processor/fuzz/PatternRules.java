package dev.ndbind.processor.fuzz;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Shape patterns by their documentation, for the entries as they are written: what a name's size
 * is, is a statement about all its occurrences at once, not the outcome of a walk over the arrays.
 */
final class PatternRules {
  private static final Pattern DOCUMENTED = Pattern.compile("(\\p{L}\\w*)=(.*)");
  private static final Pattern NAME = Pattern.compile("\\p{L}\\w*");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern AXIS_NAMES = Pattern.compile("(?<![{\\w])\\p{L}\\w*");

  private PatternRules() {}

  enum Kind {
    ANY,
    SEVERAL,
    RUN,
    BROADCAST_RUN,
    BROADCAST,
    NAMED,
    EXPRESSION
  }

  /** An entry without its documentation. */
  static String meaning(String entry) {
    Matcher matcher = DOCUMENTED.matcher(entry);
    return matcher.matches() ? matcher.group(2) : entry;
  }

  /** The name that only documents; null if there is none. */
  static String documentation(String entry) {
    Matcher matcher = DOCUMENTED.matcher(entry);
    return matcher.matches() ? matcher.group(1) : null;
  }

  static Kind kind(String entry) {
    String meaning = meaning(entry);
    if (meaning.equals("_")) {
      return Kind.ANY;
    }
    if (meaning.equals("...")) {
      return Kind.SEVERAL;
    }
    if (meaning.startsWith("#*")) {
      return Kind.BROADCAST_RUN;
    }
    if (meaning.startsWith("#")) {
      return Kind.BROADCAST;
    }
    if (meaning.startsWith("*")) {
      return Kind.RUN;
    }
    return NAME.matcher(meaning).matches() ? Kind.NAMED : Kind.EXPRESSION;
  }

  static boolean isVariadic(String entry) {
    Kind kind = kind(entry);
    return kind == Kind.SEVERAL || kind == Kind.RUN || kind == Kind.BROADCAST_RUN;
  }

  /** The name of a named, broadcast or run entry. */
  static String name(String entry) {
    return meaning(entry).replaceAll("[#*]", "");
  }

  /** The axes in an expression. */
  static List<String> axisNames(String expression) {
    return AXIS_NAMES.matcher(meaning(expression)).results().map(m -> m.group()).toList();
  }

  /** The parameters in an entry, from their braces. */
  static List<String> values(String entry) {
    return VALUE.matcher(entry).results().map(m -> m.group(1)).toList();
  }

  /** What one entry of a pattern has to do with: one axis, or several for the variadic one. */
  record Part(String entry, List<Long> sizes) {}

  /** Divides a shape among the entries; null if the rank does not fit. */
  static List<Part> divide(List<String> pattern, List<Long> shape) {
    long variadics = pattern.stream().filter(PatternRules::isVariadic).count();
    int several = shape.size() - pattern.size() + 1;
    if (variadics == 0 ? several != 1 : several < 0) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    int axis = 0;
    for (String entry : pattern) {
      int length = isVariadic(entry) ? several : 1;
      parts.add(new Part(entry, shape.subList(axis, axis + length)));
      axis += length;
    }
    return parts;
  }

  /** What the names stand for. */
  record Sizes(Map<String, Long> axes, Map<String, List<Long>> runs, Map<String, Long> values) {

    /** Which names there are for the arguments of a call; null if there is no consistent choice. */
    static Sizes of(List<List<Part>> arguments, Map<String, Long> values) {
      Sizes sizes = new Sizes(new HashMap<>(), new HashMap<>(), values);
      List<Part> parts = arguments.stream().flatMap(List::stream).toList();
      boolean consistent = true;
      for (Kind kind : List.of(Kind.NAMED, Kind.RUN)) {
        for (Part part : ofKind(parts, kind)) {
          consistent &= sizes.bind(part);
        }
      }
      for (Part part : ofKind(parts, Kind.BROADCAST)) {
        if (part.sizes().getFirst() != 1) {
          sizes.axes.putIfAbsent(name(part.entry()), part.sizes().getFirst());
        }
      }
      ofKind(parts, Kind.BROADCAST).forEach(p -> sizes.axes.putIfAbsent(name(p.entry()), 1L));
      for (String run : names(ofKind(parts, Kind.BROADCAST_RUN))) {
        if (!sizes.runs.containsKey(run)) {
          List<Long> whole =
              broadcast(
                  ofKind(parts, Kind.BROADCAST_RUN).stream()
                      .filter(part -> name(part.entry()).equals(run))
                      .map(Part::sizes)
                      .toList());
          consistent &= whole != null;
          sizes.runs.put(run, whole);
        }
      }
      return consistent && parts.stream().allMatch(part -> sizes.see(part) != null) ? sizes : null;
    }

    private static List<Part> ofKind(List<Part> parts, Kind kind) {
      return parts.stream().filter(part -> kind(part.entry()) == kind).toList();
    }

    private static Set<String> names(List<Part> parts) {
      Set<String> names = new HashSet<>();
      parts.forEach(part -> names.add(name(part.entry())));
      return names;
    }

    /** Gives a plain name or run its size, or compares it with the one it has. */
    private boolean bind(Part part) {
      String name = name(part.entry());
      return kind(part.entry()) == Kind.RUN
          ? part.sizes().equals(runs.computeIfAbsent(name, _ -> part.sizes()))
          : part.sizes()
              .getFirst()
              .equals(axes.computeIfAbsent(name, _ -> part.sizes().getFirst()));
    }

    /** Names that occur only in results are bound at their first occurrence there. */
    boolean fitsResult(List<String> pattern, List<Long> shape) {
      List<Part> parts = divide(pattern, shape);
      boolean fits = parts != null;
      for (Kind kind : List.of(Kind.NAMED, Kind.RUN)) {
        for (Part part : fits ? ofKind(parts, kind) : List.<Part>of()) {
          fits &= bind(part);
        }
      }
      return fits && parts.stream().allMatch(part -> see(part) != null);
    }

    /** What the method sees of a part; null if it does not fit. */
    List<Long> see(Part part) {
      String entry = meaning(part.entry());
      return switch (kind(entry)) {
        case ANY, SEVERAL -> part.sizes();
        case RUN -> part.sizes().equals(runs.get(name(entry))) ? part.sizes() : null;
        case BROADCAST_RUN -> expand(part.sizes(), runs.get(name(entry)));
        case BROADCAST -> expand(part.sizes(), List.of(axes.get(name(entry))));
        case NAMED, EXPRESSION -> isExpected(entry, part.sizes().getFirst()) ? part.sizes() : null;
      };
    }

    private boolean isExpected(String entry, long size) {
      return new Arithmetic(entry, this).value().equals(BigInteger.valueOf(size));
    }

    /** NumPy's {@code broadcast_to}; null if the sizes cannot be expanded. */
    private static List<Long> expand(List<Long> from, List<Long> to) {
      int missing = to == null ? -1 : to.size() - from.size();
      boolean fits = missing >= 0;
      for (int i = 0; fits && i < from.size(); i++) {
        fits = from.get(i) == 1 || from.get(i).equals(to.get(i + missing));
      }
      return fits ? to : null;
    }

    /** NumPy's {@code broadcast_shapes}; null if there is none. */
    private static List<Long> broadcast(List<List<Long>> shapes) {
      int rank = shapes.stream().mapToInt(List::size).max().orElse(0);
      long[] whole = LongStream.range(0, rank).map(_ -> 1).toArray();
      for (List<Long> shape : shapes) {
        for (int i = 0; i < shape.size(); i++) {
          int at = i + rank - shape.size();
          if (whole[at] != 1 && shape.get(i) != 1 && whole[at] != shape.get(i)) {
            return null;
          }
          whole[at] = whole[at] == 1 ? shape.get(i) : whole[at];
        }
      }
      return Arrays.stream(whole).boxed().toList();
    }
  }

  /** Exact integer arithmetic on the text of an entry. */
  private static final class Arithmetic {
    private static final Pattern TOKEN = Pattern.compile("\\d+|\\{\\w+}|\\p{L}\\w*|[-+*()]");

    private final List<String> tokens;
    private final Sizes sizes;
    private int next;

    Arithmetic(String text, Sizes sizes) {
      this.tokens = TOKEN.matcher(text).results().map(m -> m.group()).toList();
      this.sizes = sizes;
    }

    BigInteger value() {
      BigInteger sum = product();
      while (next < tokens.size() && !tokens.get(next).equals(")")) {
        boolean adds = tokens.get(next++).equals("+");
        sum = adds ? sum.add(product()) : sum.subtract(product());
      }
      return sum;
    }

    private BigInteger product() {
      BigInteger product = operand();
      while (next < tokens.size() && tokens.get(next).equals("*")) {
        next++;
        product = product.multiply(operand());
      }
      return product;
    }

    private BigInteger operand() {
      String token = tokens.get(next++);
      if (token.equals("(")) {
        BigInteger inner = value();
        next++;
        return inner;
      }
      if (Character.isDigit(token.charAt(0))) {
        return new BigInteger(token);
      }
      Map<String, Long> from = token.startsWith("{") ? sizes.values : sizes.axes;
      return BigInteger.valueOf(from.get(token.replaceAll("[{}]", "")));
    }
  }
}
