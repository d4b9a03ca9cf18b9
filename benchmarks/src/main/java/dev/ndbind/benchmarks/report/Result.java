package dev.ndbind.benchmarks.report;

import java.util.Optional;

/**
 * A comparison with its figures.
 *
 * @param subject what was compared
 * @param comparison with what
 * @param ours what ndbind took
 * @param peer what the fastest peer took; empty for a limit, or if this machine has none
 */
record Result(Case subject, Comparison comparison, Sample ours, Optional<Sample> peer) {

  /**
   * How many times as fast as the peer ndbind is, from medians; or how often what it took goes into
   * the limit. NaN if there is nothing to compare with.
   */
  double ratio() {
    return ratio(peer.map(Sample::median), ours.median());
  }

  /** The least ratio that quartiles give. */
  double low() {
    return ratio(peer.map(Sample::lowerQuartile), ours.upperQuartile());
  }

  /** The greatest ratio that quartiles give. */
  double high() {
    return ratio(peer.map(Sample::upperQuartile), ours.lowerQuartile());
  }

  private double ratio(Optional<Double> peers, double own) {
    if (!comparison.peers().isEmpty()) {
      return peers.orElse(Double.NaN) / own;
    }
    return comparison.limit() / (comparison.ofBytes() ? wholeBytes() : own);
  }

  /** At least 1. JMH counts what the measuring itself allocates, spread over all calls. */
  private double wholeBytes() {
    return Math.max(1, Math.rint(ours.bytes()));
  }

  /** The ratio, where 1 is what must be reached; NaN if nothing must, or there is no ratio. */
  double score() {
    return ratio() / comparison.atLeast();
  }

  /** Whether something must be reached, and this machine can tell whether it is. */
  boolean isJudged() {
    return !Double.isNaN(score());
  }

  boolean isReached() {
    return score() >= 1;
  }
}
