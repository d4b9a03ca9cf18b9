package dev.ndbind.internal.npy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of entries that lead astray. No file is ever made of them here; but programs do that, and
 * readers of archives disagree on some.
 */
public final class EntryNames {
  private static final int LONGEST = 0xFFFF - ".npy".length();

  private EntryNames() {}

  /**
   * Looks at a name.
   *
   * @param name of an entry
   * @return what is wrong with it; null if nothing is
   */
  public static @Nullable String problem(String name) {
    if (name.startsWith("/") || name.indexOf('\\') >= 0) {
      return "is an absolute path or one of Windows";
    }
    if (Arrays.asList(name.split("/", -1)).contains("..")) {
      return "leads out of its directory";
    }
    if (name.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      return "has a character that no name may have";
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return "is longer than " + LONGEST + " bytes";
    }
    return null;
  }
}
