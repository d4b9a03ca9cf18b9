package dev.ndbind.benchmarks;

import dev.ndbind.benchmarks.CompileTime.Processing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs {@link CompileTime} with arguments of JMH, and prints what was added to compilations. */
public final class CompileTimeTable {
  private static final List<Integer> METHODS = List.of(1, 100, 1000);

  private record Key(Workload workload, Processing processing, int methods) {}

  private final Map<Key, Statistics> times = new HashMap<>();

  private CompileTimeTable() {}

  /** Prints two tables in Markdown. */
  public static void main(String[] arguments) throws Exception {
    CompileTimeTable table = new CompileTimeTable();
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(CompileTime.class.getName())
                .build())
        .run()
        .forEach(table::add);
    table.printTimes();
    table.printAdded();
  }

  private void add(RunResult result) {
    Key key =
        new Key(
            Workload.valueOf(result.getParams().getParam("workload")),
            Processing.valueOf(result.getParams().getParam("processing")),
            Integer.parseInt(result.getParams().getParam("methods")));
    times.put(key, result.getPrimaryResult().getStatistics());
  }

  private void printTimes() {
    System.out.println("\nmedian (quartiles) of a compilation, ms\n");
    printRow("workload", "processing", "1", "100", "1000");
    printRow("---", "---", "---:", "---:", "---:");
    for (Workload workload : Workload.values()) {
      for (Processing processing : Processing.values()) {
        Object[] cells =
            METHODS.stream().map(n -> spread(new Key(workload, processing, n))).toArray();
        printRow(workload, processing, cells[0], cells[1], cells[2]);
      }
    }
  }

  private String spread(Key key) {
    Statistics found = times.get(key);
    return "%.0f (%.0f-%.0f)"
        .formatted(found.getPercentile(50), found.getPercentile(25), found.getPercentile(75));
  }

  private void printAdded() {
    System.out.println("\nadded by the processor, ms for each method or class, from medians\n");
    printRow("workload", "1", "100", "1000", "growth from 100 to 1000");
    printRow("---", "---:", "---:", "---:", "---:");
    for (Workload workload : Workload.values()) {
      double hundred = added(workload, 100);
      double thousand = added(workload, 1000);
      printRow(
          workload,
          "%.2f".formatted(added(workload, 1)),
          "%.2f".formatted(hundred / 100),
          "%.2f".formatted(thousand / 1000),
          "%.1f x".formatted(thousand / hundred));
    }
  }

  /** What a compilation takes longer, generated code included. */
  private double added(Workload workload, int methods) {
    return median(workload, Processing.ON, methods) - median(workload, Processing.OFF, methods);
  }

  private double median(Workload workload, Processing processing, int methods) {
    return times.get(new Key(workload, processing, methods)).getPercentile(50);
  }

  private static void printRow(Object... cells) {
    System.out.println(
        "| " + String.join(" | ", Arrays.stream(cells).map(Object::toString).toList()) + " |");
  }
}
