package dev.ndbind.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Shape patterns by their definition: an assignment of sizes to names is searched for under which
 * every array fits. Slow, and nothing like what {@link Bindings} does.
 */
final class PatternReference {
  static final List<String> NAMES = List.of("n", "m", "k");

  private PatternReference() {}

  /** The sizes of n and m, the parameter k, and the run. */
  record Assignment(long n, long m, long k, List<Long> batch) {
    long size(String name) {
      return switch (name) {
        case "n" -> n;
        case "m" -> m;
        default -> k;
      };
    }

    boolean fits(List<String> pattern, List<Long> shape) {
      return expand(pattern, shape) != null;
    }

    /** The shape as the method sees it; null if it does not fit. */
    List<Long> expand(List<String> pattern, List<Long> shape) {
      if (pattern.isEmpty()) {
        return shape.isEmpty() ? List.of() : null;
      }
      String head = pattern.getFirst();
      List<String> rest = pattern.subList(1, pattern.size());
      if (head.equals("...")) {
        for (int taken = 0; taken <= shape.size(); taken++) {
          List<Long> tail = expand(rest, shape.subList(taken, shape.size()));
          if (tail != null) {
            return concat(shape.subList(0, taken), tail);
          }
        }
        return null;
      }
      if (head.equals("*batch")) {
        boolean begins =
            shape.size() >= batch.size() && shape.subList(0, batch.size()).equals(batch);
        List<Long> tail = begins ? expand(rest, shape.subList(batch.size(), shape.size())) : null;
        return tail == null ? null : concat(batch, tail);
      }
      if (head.equals("#*batch")) {
        for (int taken = 0; taken <= Math.min(shape.size(), batch.size()); taken++) {
          List<Long> tail = expand(rest, shape.subList(taken, shape.size()));
          if (tail != null && broadcasts(shape.subList(0, taken), batch)) {
            return concat(batch, tail);
          }
        }
        return null;
      }
      if (shape.isEmpty()) {
        return null;
      }
      long seen = see(head, shape.getFirst());
      List<Long> tail = seen < 0 ? null : expand(rest, shape.subList(1, shape.size()));
      return tail == null ? null : concat(List.of(seen), tail);
    }

    private long see(String entry, long size) {
      if (entry.equals("_")) {
        return size;
      }
      if (entry.startsWith("#")) {
        long wanted = size(entry.substring(1));
        return size == wanted || size == 1 ? wanted : -1;
      }
      long wanted =
          switch (entry) {
            case "{k}" -> k;
            case "n+1" -> n + 1;
            case "2*m" -> 2 * m;
            case "n*m-1" -> n * m - 1;
            case "n", "m" -> size(entry);
            default -> Long.parseLong(entry);
          };
      return size == wanted ? size : -1;
    }

    private static List<Long> concat(List<Long> a, List<Long> b) {
      List<Long> all = new ArrayList<>(a);
      all.addAll(b);
      return all;
    }
  }

  /** Whether NumPy would expand a shape to another one. */
  private static boolean broadcasts(List<Long> shape, List<Long> to) {
    int added = to.size() - shape.size();
    boolean fits = added >= 0;
    for (int i = 0; i < shape.size() && fits; i++) {
      fits = shape.get(i) == 1 || shape.get(i).equals(to.get(added + i));
    }
    return fits;
  }

  private static final List<String> EXPRESSIONS = List.of("n+1", "2*m", "n*m-1");

  /** More than any size in a test. */
  private static final long LARGEST = 9;

  /**
   * All assignments under which all arrays fit. Expressions bind nothing: they are looked at last.
   */
  static List<Assignment> solve(List<List<String>> patterns, List<List<Long>> shapes, long k) {
    List<List<String>> binding = patterns.stream().map(PatternReference::binding).toList();
    List<Assignment> found = candidates(binding, shapes, k);
    for (String name : List.of("n", "m")) {
      boolean onlyBroadcast = patterns.stream().noneMatch(pattern -> pattern.contains(name));
      boolean mayBeOne = found.stream().anyMatch(assignment -> assignment.size(name) == 1);
      if (onlyBroadcast && mayBeOne) {
        found.removeIf(assignment -> assignment.size(name) != 1);
      }
    }
    if (patterns.stream().noneMatch(pattern -> pattern.contains("*batch"))) {
      removeWiderRuns(found);
    }
    found.removeIf(assignment -> !fitsAll(assignment, patterns, shapes));
    return found;
  }

  /** Nothing is expanded further than all of the runs together ask for. */
  private static void removeWiderRuns(List<Assignment> found) {
    List<List<Long>> runs = found.stream().map(Assignment::batch).distinct().toList();
    found.removeIf(assignment ->
        runs.stream()
            .anyMatch(
                run -> !run.equals(assignment.batch()) && broadcasts(run, assignment.batch())));
  }

  private static List<String> binding(List<String> pattern) {
    return pattern.stream().map(entry -> EXPRESSIONS.contains(entry) ? "_" : entry).toList();
  }

  private static boolean fitsAll(
      Assignment assignment, List<List<String>> patterns, List<List<Long>> shapes) {
    boolean fits = true;
    for (int i = 0; i < patterns.size() && fits; i++) {
      fits = assignment.fits(patterns.get(i), shapes.get(i));
    }
    return fits;
  }

  private static List<Assignment> candidates(
      List<List<String>> patterns, List<List<Long>> shapes, long k) {
    List<Assignment> found = new ArrayList<>();
    List<List<Long>> runs = new ArrayList<>(List.of(List.of()));
    for (List<Long> shape : shapes) {
      for (int from = 0; from <= shape.size(); from++) {
        for (int to = from + 1; to <= shape.size(); to++) {
          runs.add(shape.subList(from, to));
        }
      }
    }
    List<List<Long>> mixed = runs.stream().distinct().collect(Collectors.toList());
    for (int i = 0; i < mixed.size() && isBroadcast(patterns); i++) {
      List<Long> one = mixed.get(i);
      runs.stream()
          .map(other -> together(one, other))
          .filter(both -> !mixed.contains(both))
          .forEach(mixed::add);
    }
    for (long n = 0; n <= LARGEST; n++) {
      for (long m = 0; m <= LARGEST; m++) {
        for (List<Long> run : mixed) {
          Assignment assignment = new Assignment(n, m, k, run);
          if (fitsAll(assignment, patterns, shapes)) {
            found.add(assignment);
          }
        }
      }
    }
    return found;
  }

  private static boolean isBroadcast(List<List<String>> patterns) {
    return patterns.stream().anyMatch(pattern -> pattern.contains("#*batch"));
  }

  /** Every axis that is 1 in one run as the other one has it. */
  private static List<Long> together(List<Long> one, List<Long> other) {
    List<Long> both = new ArrayList<>();
    int rank = Math.max(one.size(), other.size());
    for (int i = 0; i < rank; i++) {
      int own = i - rank + one.size();
      int others = i - rank + other.size();
      long size = own < 0 ? 1 : one.get(own);
      both.add(size == 1 && others >= 0 ? other.get(others) : (Long) size);
    }
    return both;
  }

  /** A random pattern in which n and m are bound somewhere by the first array. */
  static List<String> pattern(Random random, boolean isFirst) {
    String[] entries = {"_", "1", "2", "3", "n", "m", "#n", "#m", "{k}", "n+1", "2*m", "n*m-1"};
    List<String> pattern = new ArrayList<>();
    for (int i = random.nextInt(isFirst ? 2 : 4); i > 0; i--) {
      pattern.add(entries[random.nextInt(entries.length)]);
    }
    if (isFirst) {
      pattern.add(random.nextInt(pattern.size() + 1), random.nextBoolean() ? "n" : "#n");
      pattern.add(random.nextInt(pattern.size() + 1), random.nextBoolean() ? "m" : "#m");
    }
    String[] variadic = {"...", "*batch", "#*batch", "", ""};
    String entry = variadic[random.nextInt(variadic.length)];
    if (!entry.isEmpty()) {
      pattern.add(random.nextInt(pattern.size() + 1), entry);
    }
    return pattern;
  }

  /** A shape that fits under an assignment, now and then spoilt. */
  static List<Long> shape(List<String> pattern, Assignment assignment, Random random) {
    List<Long> shape = new ArrayList<>();
    for (String entry : pattern) {
      switch (entry) {
        case "_" -> shape.add(random.nextLong(4));
        case "..." -> random.longs(random.nextInt(3), 0, 4).forEach(shape::add);
        case "*batch" -> shape.addAll(assignment.batch());
        case "#*batch" -> {
          List<Long> run = assignment.batch();
          run.subList(random.nextInt(run.size() + 1), run.size()).stream()
              .map(size -> random.nextInt(3) == 0 ? (Long) 1L : size)
              .forEach(shape::add);
        }
        default -> {
          long[] sizes =
              LongStream.rangeClosed(0, LARGEST)
                  .filter(size -> assignment.see(entry, size) >= 0)
                  .toArray();
          shape.add(sizes[random.nextInt(sizes.length)]);
        }
      }
    }
    if (!shape.isEmpty() && random.nextInt(6) == 0) {
      shape.set(random.nextInt(shape.size()), random.nextLong(5));
    }
    if (random.nextInt(20) == 0) {
      shape.add(random.nextInt(shape.size() + 1), 1L);
    }
    return shape;
  }

  /** The pattern as the processor would write it. */
  static Shape parsed(List<String> pattern) {
    Axis[] axes = pattern.stream().map(PatternReference::axis).toArray(Axis[]::new);
    return Shape.of(String.join(" ", pattern), axes);
  }

  private static Axis axis(String entry) {
    return switch (entry) {
      case "_" -> Axis.any();
      case "..." -> Axis.several();
      case "*batch" -> Axis.run(0);
      case "#*batch" -> Axis.broadcastRun(0);
      case "n" -> Axis.named(0);
      case "m" -> Axis.named(1);
      case "{k}" -> Axis.value(2);
      case "#n" -> Axis.broadcast(0);
      case "#m" -> Axis.broadcast(1);
      case "n+1" -> Axis.computed(axes -> Math.addExact(axes.size(0), 1));
      case "2*m" -> Axis.computed(axes -> Math.multiplyExact(2, axes.size(1)));
      case "n*m-1" ->
          Axis.computed(
              axes -> Math.subtractExact(Math.multiplyExact(axes.size(0), axes.size(1)), 1));
      default -> Axis.fixed(Long.parseLong(entry));
    };
  }
}
