package dev.ndbind.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Something that ndbind does, and what it is compared with. */
final class Case {
  final String group;
  final String name;
  final Figure ours;

  /** Whether it is left to full runs. */
  boolean isOnlyFull;

  private final List<Comparison> comparisons = new ArrayList<>();

  Case(String group, String name, Figure ours) {
    this.group = group;
    this.name = name;
    this.ours = ours;
  }

  List<Comparison> comparisons() {
    return Collections.unmodifiableList(comparisons);
  }

  /** All that must be measured, what belongs together next to each other. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(List.of(ours));
    comparisons.forEach(comparison -> figures.addAll(comparison.peers()));
    return figures;
  }

  /** Must be some times as fast as the fastest peer. */
  Case atLeast(double times, String peer, Figure... peers) {
    comparisons.add(Comparison.speed(times, peer, peers));
    return this;
  }

  /** Is compared with a peer, for information. */
  Case beside(String peer, Figure... peers) {
    comparisons.add(Comparison.speed(Double.NaN, peer, peers));
    return this;
  }

  /** Must not take longer. */
  Case atMost(double nanoseconds) {
    comparisons.add(Comparison.nanoseconds(nanoseconds));
    return this;
  }

  /** Must not allocate more. */
  Case atMostBytes(double bytes) {
    comparisons.add(Comparison.bytes(bytes));
    return this;
  }

  Case onlyFull() {
    isOnlyFull = true;
    return this;
  }
}
