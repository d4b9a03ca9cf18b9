package dev.ndbind.benchmarks.report;

import dev.ndbind.benchmarks.startup.Stage;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something that is measured. Equal ones are measured once. */
sealed interface Figure {
  /** What the table of all figures calls it. */
  String name();

  /**
   * A benchmark of JMH.
   *
   * @param benchmark class and method, below the package {@code dev.ndbind}
   * @param parameters a value for each of the benchmark's
   * @param oneThread whether everybody has one processor
   * @param per what one call does as many times; the figure is for one of them
   */
  record Jmh(String benchmark, Map<String, String> parameters, boolean oneThread, int per)
      implements Figure {

    /** One of the package of examples, without parameters. */
    static Jmh example(String benchmark) {
      return new Jmh("examples." + benchmark, Map.of(), false, 1);
    }

    /** Parameters as {@code "size=1000"}. */
    static Jmh of(String benchmark, String... parameters) {
      Map<String, String> values = new TreeMap<>();
      for (String parameter : parameters) {
        int equals = parameter.indexOf('=');
        values.put(parameter.substring(0, equals), parameter.substring(equals + 1));
      }
      return new Jmh("benchmarks." + benchmark, values, false, 1);
    }

    Jmh onOneThread() {
      return new Jmh(benchmark, parameters, true, per);
    }

    Jmh per(int count) {
      return new Jmh(benchmark, parameters, oneThread, count);
    }

    /** A benchmark that runs as often as its annotations say, instead of for some time. */
    boolean isSingleShot() {
      return benchmark.startsWith("benchmarks.CompileTime.");
    }

    @Override
    public String name() {
      String values =
          parameters.entrySet().stream()
              .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
              .collect(Collectors.joining());
      return benchmark.substring(benchmark.indexOf('.') + 1)
          + values
          + (oneThread ? " one thread" : "")
          + (per == 1 ? "" : " / " + per);
    }
  }

  /**
   * A function of {@code peers.py}, run by the Python that is installed.
   *
   * @param function its name
   */
  record Script(String function) implements Figure {
    @Override
    public String name() {
      return "python " + function;
    }
  }

  /**
   * A part of the life of a JVM that calls an adapter once.
   *
   * @param framework whose tensors: {@code arrays}, {@code pytorch} or {@code tensorflow}
   * @param withCache whether there is an AOT cache
   * @param stage which part
   */
  record Start(String framework, boolean withCache, Stage stage) implements Figure {
    @Override
    public String name() {
      String cache = withCache ? " with AOT cache" : "";
      return "start " + framework + " " + stage + cache;
    }
  }

  /**
   * What something takes longer than something else, for one of several things that it does.
   *
   * @param more the longer
   * @param less the shorter
   * @param per how many things
   */
  record Added(Figure more, Figure less, int per) implements Figure {
    @Override
    public String name() {
      return "(%s) - (%s) / %d".formatted(more.name(), less.name(), per);
    }
  }
}
