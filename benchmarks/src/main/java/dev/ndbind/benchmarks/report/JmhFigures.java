package dev.ndbind.benchmarks.report;

import dev.ndbind.benchmarks.report.Figure.Jmh;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures figures with JMH, each in a JVM of its own. */
final class JmhFigures {
  private final Effort effort;

  JmhFigures(Effort effort) {
    this.effort = effort;
  }

  /** One round: a value for each iteration, the median of its calls where single ones are timed. */
  Sample measure(Jmh figure) throws RunnerException {
    Collection<RunResult> results = new Runner(options(figure).build()).run();
    if (results.size() != 1) {
      throw new IllegalStateException(
          "%s is %d benchmarks; are all parameters given?"
              .formatted(figure.name(), results.size()));
    }
    RunResult result = results.iterator().next();
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    double bytes = allocated == null ? Double.NaN : allocated.getScore();
    double[] values =
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .mapToDouble(JmhFigures::median)
            .toArray();
    return Sample.of(bytes, values).dividedBy(figure.per());
  }

  private static double median(IterationResult iteration) {
    return iteration.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private ChainedOptionsBuilder options(Jmh figure) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote("dev.ndbind." + figure.benchmark()) + "$")
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    figure.parameters().forEach(options::param);
    if (figure.oneThread()) {
      options.jvmArgsAppend("-XX:ActiveProcessorCount=1");
    }
    if (!figure.isSingleShot()) {
      TimeValue time = TimeValue.milliseconds(effort.milliseconds);
      options.warmupIterations(effort.warmups).warmupTime(time);
      options.measurementIterations(effort.iterations).measurementTime(time);
    }
    return options;
  }
}
