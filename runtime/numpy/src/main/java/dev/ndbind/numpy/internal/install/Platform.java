package dev.ndbind.numpy.internal.install;

import java.util.Locale;

/** The machine, in the words of Maven artifacts and of Python. */
final class Platform {
  private Platform() {}

  /** The classifier of artifacts for this machine. */
  static String classifier() throws RefusedException {
    requireLinux();
    return isArm() ? "linux-arm64" : "linux-x86_64";
  }

  /** What Python's {@code platform.machine()} gives here. */
  static String machine() throws RefusedException {
    requireLinux();
    return isArm() ? "aarch64" : "x86_64";
  }

  private static void requireLinux() throws RefusedException {
    String system = System.getProperty("os.name");
    String processor = processor();
    boolean isKnown = isArm() || processor.equals("amd64") || processor.equals("x86_64");
    if (!system.equals("Linux") || !isKnown) {
      throw new RefusedException(
          "Python runs in the process on Linux, on x86-64 and 64-bit ARM; this is %s on %s"
              .formatted(system, processor));
    }
  }

  private static boolean isArm() {
    return processor().equals("aarch64");
  }

  private static String processor() {
    return System.getProperty("os.arch").toLowerCase(Locale.ROOT);
  }
}
