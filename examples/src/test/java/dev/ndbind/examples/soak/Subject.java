package dev.ndbind.examples.soak;

import java.util.random.RandomGenerator;

/** A tensor of which is known what it holds. */
interface Subject extends AutoCloseable {
  /**
   * Converts the tensor in one way of many.
   *
   * @return how many conversions that were, results included
   */
  int read(RandomGenerator random);

  /** Gives the tensor other content. */
  void write(RandomGenerator random);

  @Override
  void close();
}
