package dev.ndbind.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results as Markdown. */
final class Table {
  /** What the groups are called. */
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("call-torch", "A call with PyTorch's tensors, viewed"),
          Map.entry("call-tensorflow", "A call with TensorFlow's tensors, viewed"),
          Map.entry("reuse", "A call that finds a remembered copy"),
          Map.entry("copy", "A copy in order"),
          Map.entry("permute", "A copy in another order"),
          Map.entry("cast", "A cast"),
          Map.entry("loop", "A loop over 1000² elements"),
          Map.entry("result", "A tensor of 4 MB of results"),
          Map.entry("numpy", "A call of NumPy"),
          Map.entry("landsat", "The Landsat example"),
          Map.entry("growth", "Growth of calls"),
          Map.entry("compile", "Growth of compilation"),
          Map.entry("start", "Start of a JVM, with an AOT cache"));

  private Table() {}

  static String title(String group) {
    return TITLES.getOrDefault(group, group);
  }

  /** One table for each group. */
  static String markdown(List<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.subject().group, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> "### " + title(group.getKey()) + "\n\n" + table(group.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String table(List<Result> results) {
    StringBuilder table = new StringBuilder();
    row(table, "", "ndbind", "beside", "", "times as fast", "must reach", "");
    row(table, "---", "---:", "---", "---:", "---:", "---:", "---");
    String last = "";
    for (Result result : results) {
      String name = result.subject().name;
      boolean isSame = name.equals(last);
      row(
          table,
          isSame ? "" : name,
          isSame && !result.comparison().ofBytes() ? "" : ours(result),
          result.comparison().with(),
          peer(result),
          ratio(result),
          target(result.comparison()),
          verdict(result));
      last = name;
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String ours(Result result) {
    Sample ours = result.ours();
    if (Double.isNaN(ours.bytes())) {
      return spread(ours);
    }
    String bytes = Units.bytes(ours.bytes());
    return result.comparison().ofBytes() ? bytes : spread(ours) + ", " + bytes;
  }

  private static String spread(Sample sample) {
    return "%s (%s–%s)"
        .formatted(
            Units.time(sample.median()),
            Units.time(sample.lowerQuartile()),
            Units.time(sample.upperQuartile()));
  }

  private static String peer(Result result) {
    Comparison comparison = result.comparison();
    if (comparison.peers().isEmpty()) {
      return comparison.ofBytes()
          ? Units.bytes(comparison.limit())
          : Units.time(comparison.limit());
    }
    Optional<String> peer = result.peer().map(Table::spread);
    return peer.orElse("not measured");
  }

  private static String ratio(Result result) {
    if (Double.isNaN(result.ratio())) {
      return "–";
    }
    String ratio = Units.number(result.ratio());
    return result.comparison().ofBytes()
        ? ratio
        : "%s (%s–%s)".formatted(ratio, Units.number(result.low()), Units.number(result.high()));
  }

  private static String target(Comparison comparison) {
    return Double.isNaN(comparison.atLeast()) ? "" : Units.number(comparison.atLeast());
  }

  private static String verdict(Result result) {
    if (!result.isJudged()) {
      return "";
    }
    return result.isReached() ? "reached" : "**missed**";
  }
}
