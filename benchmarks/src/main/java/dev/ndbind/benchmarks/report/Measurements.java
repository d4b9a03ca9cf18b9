package dev.ndbind.benchmarks.report;

import dev.ndbind.benchmarks.report.Figure.Added;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was measured. */
final class Measurements {
  private final Map<Figure, Sample> samples = new LinkedHashMap<>();

  /** Adds a round of a figure to those that are there. */
  void add(Figure figure, Sample sample) {
    samples.merge(figure, sample, Sample::and);
  }

  Map<Figure, Sample> all() {
    return Collections.unmodifiableMap(samples);
  }

  /** Empty if a figure cannot be measured on this machine. */
  Optional<Sample> of(Figure figure) {
    if (figure instanceof Added(Figure more, Figure less, int per)) {
      return of(more).flatMap(a -> of(less).map(b -> a.minus(b).dividedBy(per)));
    }
    return Optional.ofNullable(samples.get(figure));
  }

  /** A comparison; empty if ndbind's own figure is not there. */
  Optional<Result> compare(Case subject, Comparison comparison) {
    Optional<Sample> peer =
        comparison.peers().stream()
            .flatMap(figure -> of(figure).stream())
            .min(Comparator.comparingDouble(Sample::median));
    return of(subject.ours).map(ours -> new Result(subject, comparison, ours, peer));
  }

  /** The parts that must be measured to know figures. */
  static Stream<Figure> parts(Figure figure) {
    return figure instanceof Added(Figure more, Figure less, _)
        ? Stream.of(more, less).flatMap(Measurements::parts)
        : Stream.of(figure);
  }

  /** All comparisons of some cases. */
  List<Result> results(List<Case> cases) {
    return cases.stream()
        .flatMap(subject -> subject.comparisons().stream().map(each -> compare(subject, each)))
        .flatMap(Optional::stream)
        .toList();
  }
}
