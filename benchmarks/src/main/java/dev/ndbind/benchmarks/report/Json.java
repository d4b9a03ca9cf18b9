package dev.ndbind.benchmarks.report;

import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;

/** Results for programs. Whatever could not be measured is null. */
final class Json {
  private Json() {}

  private record Document(
      Machine machine, String command, List<Row> rows, List<Measured> figures) {}

  private record Row(
      String group,
      String name,
      String with,
      Double oursNs,
      Double peerNs,
      Double limitNs,
      Double bytes,
      Double limitBytes,
      Double ratio,
      Double low,
      Double high,
      Double atLeast,
      Boolean reached) {

    static Row of(Result result) {
      Comparison comparison = result.comparison();
      boolean ofBytes = comparison.ofBytes();
      return new Row(
          result.subject().group,
          result.subject().name,
          comparison.with(),
          number(result.ours().median()),
          result.peer().map(Sample::median).orElse(null),
          ofBytes ? null : number(comparison.limit()),
          number(result.ours().bytes()),
          ofBytes ? number(comparison.limit()) : null,
          number(result.ratio()),
          number(result.low()),
          number(result.high()),
          number(comparison.atLeast()),
          result.isJudged() ? result.isReached() : null);
    }
  }

  private record Measured(
      String name,
      Double median,
      Double lowerQuartile,
      Double upperQuartile,
      int values,
      Double bytes) {

    static Measured of(Map.Entry<Figure, Sample> entry) {
      Sample sample = entry.getValue();
      return new Measured(
          entry.getKey().name(),
          number(sample.median()),
          number(sample.lowerQuartile()),
          number(sample.upperQuartile()),
          sample.values().length,
          number(sample.bytes()));
    }
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  static String of(
      Machine machine, String command, List<Result> results, Measurements measurements) {
    List<Row> rows = results.stream().map(Row::of).toList();
    List<Measured> figures = measurements.all().entrySet().stream().map(Measured::of).toList();
    return new GsonBuilder()
        .setPrettyPrinting()
        .serializeNulls()
        .disableHtmlEscaping()
        .create()
        .toJson(new Document(machine, command, rows, figures));
  }
}
