package dev.ndbind.internal.npy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of entries that lead astray. No file is ever made of them here; but programs do that, and
 * readers of archives disagree on some.
 */
public final class EntryNames {
  /** With all else that is in its record of a directory, which Java's reader takes up to 64 KiB. */
  private static final int LONGEST = 0xFFFF - 46 - 28;

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
    return null;
  }

  /**
   * Looks at the name of an entry to be written.
   *
   * @param name of the entry, with its suffix
   * @return whether there is no room for it
   */
  public static boolean isTooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
  }
}
