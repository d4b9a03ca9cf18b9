package dev.ndbind.processor.fuzz;

import java.util.List;

/** The entries of shape patterns from which tests choose. */
final class Grammar {
  /** Entries that stand for one axis each; common ones come several times. */
  static final List<String> ONE_AXIS =
      List.of(
          "n",
          "n",
          "n",
          "m",
          "m",
          "#n",
          "#m",
          "_",
          "0",
          "1",
          "2",
          "3",
          "{k}",
          "n+1",
          "2*m",
          "n*m-1",
          "(n+1)*2",
          "n-m",
          "{k}+n",
          "{k}*{k}",
          "n-(m-1)",
          "rows=2",
          "cols=_",
          "cols=n",
          "rows=n+1",
          "#p",
          "p",
          "9999999999*n");

  /** Entries that are seldom valid: names of parameters that are not there, names used twice. */
  static final List<String> ODD = List.of("{n}", "n=2", "{absent}");

  /** Entries that stand for any number of axes. */
  static final List<String> SEVERAL_AXES =
      List.of("...", "*batch", "*batch", "*rest", "#*batch", "#*batch", "#*rest");

  private Grammar() {}
}
