package dev.ndbind.benchmarks.report;

/** How long everything is measured. */
enum Effort {
  /** Tells only whether everything runs. */
  SMOKE(1, 1, 1, 10, 1),
  /** A few minutes, for a first impression. */
  QUICK(1, 3, 3, 200, 5),
  /** What documents may quote. */
  FULL(2, 5, 3, 300, 9);

  /** How often a figure and its peers are measured in turn, each time in a new JVM. */
  final int rounds;

  final int warmups;
  final int iterations;

  /** Of an iteration. */
  final int milliseconds;

  /** Processes whose start is timed. */
  final int starts;

  Effort(int rounds, int warmups, int iterations, int milliseconds, int starts) {
    this.rounds = rounds;
    this.warmups = warmups;
    this.iterations = iterations;
    this.milliseconds = milliseconds;
    this.starts = starts;
  }
}
