package dev.ndbind.report.plan;

/** In which order elements lie in memory. */
public enum Order {
  /** Any strides. */
  ANY,
  /** Dense, the last axis fastest. */
  C,
  /** Dense, the first axis fastest. */
  F,
  /** C or F. */
  CONTIGUOUS
}
