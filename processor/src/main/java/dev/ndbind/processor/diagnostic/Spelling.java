package dev.ndbind.processor.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who misspelt a name. */
public final class Spelling {
  private Spelling() {}

  /**
   * The name that is closest to a misspelt one.
   *
   * @param name what was found
   * @param known what it could be
   * @return empty if nothing is close: one letter in three may differ, and the case of all
   */
  public static Optional<String> closest(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> !candidate.equals(name))
        .filter(candidate -> distance(name, candidate) <= name.length() / 3)
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * A way out for a message.
   *
   * @param name what was meant
   * @return a question
   */
  public static String didYouMean(String name) {
    return "did you mean '" + name + "'?";
  }

  /**
   * How many letters must be inserted, deleted, changed, or swapped with their neighbour, whatever
   * their case: the optimal string alignment distance. One row after the other, see Wagner and
   * Fischer, "The String-to-String Correction Problem", 1974.
   */
  private static int distance(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    Arrays.setAll(rows[0], j -> j);
    for (int i = 1; i <= one.length(); i++) {
      rows[i][0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int kept = rows[i - 1][j - 1] + (isSame(one, i, other, j) ? 0 : 1);
        rows[i][j] = Math.min(kept, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1 && j > 1 && isSame(one, i, other, j - 1) && isSame(one, i - 1, other, j)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length()][other.length()];
  }

  /** Whether letters, counted from 1, are the same. */
  private static boolean isSame(String one, int i, String other, int j) {
    return Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
  }
}
