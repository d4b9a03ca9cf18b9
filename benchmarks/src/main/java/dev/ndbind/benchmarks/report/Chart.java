package dev.ndbind.benchmarks.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Results as a picture: a bar for each comparison in which something must be reached, on a
 * logarithmic scale, with a line where that is.
 */
final class Chart {
  private static final int LEFT = 430;
  private static final int WIDTH = 520;
  private static final int TOP = 92;
  private static final int STEP = 20;

  /** What the scale ends with; bars beyond are cut off. */
  private static final double LEAST = 0.1;

  private static final double MOST = 100;

  private final List<Heading> headings = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();
  private final List<Tick> ticks = new ArrayList<>();
  private int y = TOP;

  private Chart() {}

  private record Heading(int y, String text) {}

  private record Tick(int x, String text) {}

  private record Bar(
      int y,
      int middle,
      int x,
      int width,
      int low,
      int high,
      String kind,
      String label,
      String value) {}

  /** An SVG document. */
  static String svg(List<Result> results, String about) throws IOException {
    Chart chart = new Chart();
    String group = "";
    for (Result result : results.stream().filter(Result::isJudged).toList()) {
      if (!result.subject().group.equals(group)) {
        group = result.subject().group;
        chart.heading(Table.title(group));
      }
      chart.bar(result);
    }
    for (double tick : new double[] {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100}) {
      chart.ticks.add(new Tick(x(tick), tick < 1 ? Double.toString(tick) : "%.0f".formatted(tick)));
    }
    return chart.fillIn(about);
  }

  private void heading(String text) {
    y += STEP / 2;
    headings.add(new Heading(y + STEP - 6, text));
    y += STEP;
  }

  private void bar(Result result) {
    double atLeast = result.comparison().atLeast();
    int end = x(result.score());
    int one = x(1);
    bars.add(
        new Bar(
            y + 3,
            y + STEP / 2,
            Math.min(one, end),
            Math.max(1, Math.abs(end - one)),
            x(result.low() / atLeast),
            x(result.high() / atLeast),
            result.isReached() ? "reached" : "missed",
            plain(result.subject().name + " / " + result.comparison().with()),
            value(result)));
    y += STEP;
  }

  private static String value(Result result) {
    Comparison comparison = result.comparison();
    if (!comparison.peers().isEmpty()) {
      return "%s × (must be %s)"
          .formatted(Units.number(result.ratio()), Units.number(comparison.atLeast()));
    }
    return comparison.ofBytes()
        ? "%s of %s".formatted(Units.bytes(result.ours().bytes()), Units.bytes(comparison.limit()))
        : "%s of %s".formatted(Units.time(result.ours().median()), Units.time(comparison.limit()));
  }

  /** Without Markdown's marks. */
  private static String plain(String text) {
    return text.replace("`", "");
  }

  private static int x(double score) {
    double share = Math.log(Math.clamp(score, LEAST, MOST) / LEAST) / Math.log(MOST / LEAST);
    return LEFT + (int) Math.round(share * WIDTH);
  }

  private String fillIn(String about) throws IOException {
    Picture picture =
        new Picture(
            about,
            LEFT + WIDTH + 190,
            y + STEP,
            TOP,
            y,
            x(1),
            LEFT - 8,
            LEFT + WIDTH + 8,
            headings,
            bars,
            ticks);
    try (InputStream template = Chart.class.getResourceAsStream("chart.svg")) {
      String text =
          new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
      return Mustache.compiler().escapeHTML(true).compile(text).execute(picture);
    }
  }

  private record Picture(
      String about,
      int width,
      int height,
      int top,
      int bottom,
      int one,
      int labelEnd,
      int valueStart,
      List<Heading> headings,
      List<Bar> bars,
      List<Tick> ticks) {}
}
