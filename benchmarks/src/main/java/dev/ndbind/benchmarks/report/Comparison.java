package dev.ndbind.benchmarks.report;

import java.util.List;

/**
 * What a case is held against.
 *
 * @param with what is at the other side
 * @param peers the figures there, of which the fastest counts; none for a limit
 * @param limit how many nanoseconds, or bytes, are allowed, if there are no peers
 * @param ofBytes whether the limit is for allocated bytes
 * @param atLeast how many times as fast as the peer it must be; NaN if it need not be anything
 */
record Comparison(String with, List<Figure> peers, double limit, boolean ofBytes, double atLeast) {

  static Comparison speed(double atLeast, String with, Figure... peers) {
    return new Comparison(with, List.of(peers), Double.NaN, false, atLeast);
  }

  static Comparison nanoseconds(double limit) {
    return new Comparison("limit", List.of(), limit, false, 1);
  }

  static Comparison bytes(double limit) {
    return new Comparison("limit of bytes", List.of(), limit, true, 1);
  }
}
