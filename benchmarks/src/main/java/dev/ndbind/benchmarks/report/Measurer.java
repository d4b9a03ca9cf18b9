package dev.ndbind.benchmarks.report;

import dev.ndbind.benchmarks.report.Figure.Added;
import dev.ndbind.benchmarks.report.Figure.Jmh;
import dev.ndbind.benchmarks.report.Figure.Script;
import dev.ndbind.benchmarks.report.Figure.Start;
import dev.ndbind.benchmarks.startup.Stage;
import dev.ndbind.benchmarks.startup.Starts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the figures of cases, in rounds, so that what is compared is measured in turn. */
final class Measurer {
  private final Effort effort;
  private final Path directory;
  private final Consumer<String> progress;
  private final JmhFigures jmh;
  private final ScriptFigures scripts;
  private final Measurements measurements = new Measurements();
  private final Map<Figure, Integer> rounds = new HashMap<>();
  private final Set<String> started = new HashSet<>();
  private final Set<String> failures = new TreeSet<>();

  /**
   * Prepares.
   *
   * @param directory for files that are needed meanwhile
   * @param progress is told of each figure
   */
  Measurer(Effort effort, Path directory, Consumer<String> progress) {
    this.effort = effort;
    this.directory = directory;
    this.progress = progress;
    this.jmh = new JmhFigures(effort);
    this.scripts = new ScriptFigures(effort);
  }

  Measurements measure(List<Case> cases) throws Exception {
    for (Case next : cases) {
      List<Figure> figures =
          next.figures().stream().flatMap(Measurements::parts).distinct().toList();
      for (int round = 0; round < effort.rounds; round++) {
        for (Figure figure : figures) {
          measure(figure, round);
        }
      }
    }
    return measurements;
  }

  /** The benchmarks that threw something. */
  Set<String> failures() {
    return Collections.unmodifiableSet(failures);
  }

  String pythonVersions() {
    return scripts.versions();
  }

  /** Unless another case has had this round measured. */
  private void measure(Figure figure, int round) throws Exception {
    if (rounds.getOrDefault(figure, 0) > round) {
      return;
    }
    rounds.put(figure, round + 1);
    switch (figure) {
      case Jmh benchmark -> measure(benchmark, round);
      case Script script -> scripts.measure(script).ifPresent(found -> add(script, found));
      case Start start -> measure(start);
      case Added added -> throw new IllegalArgumentException(added.name());
    }
  }

  private void measure(Jmh benchmark, int round) {
    if (round > 0 && benchmark.isSingleShot()) {
      return;
    }
    try {
      add(benchmark, jmh.measure(benchmark));
    } catch (RunnerException e) { // All else is worth measuring.
      failures.add(benchmark.name());
      progress.accept(benchmark.name() + ": " + "failed, " + e.getCause());
    }
  }

  /** All stages at once, with a cache and without. */
  private void measure(Start start) throws IOException, InterruptedException {
    if (!started.add(start.framework())) {
      return;
    }
    Map<Boolean, Map<Stage, double[]>> found =
        new Starts(directory.resolve("start")).time(start.framework(), effort.starts);
    found.forEach((withCache, stages) ->
        stages.forEach((stage, values) ->
            add(new Start(start.framework(), withCache, stage), Sample.of(Double.NaN, values))));
  }

  private void add(Figure figure, Sample sample) {
    measurements.add(figure, sample);
    progress.accept(figure.name() + ": " + Units.time(sample.median()));
  }
}
