package dev.ndbind.benchmarks.report;

import java.util.Locale;

/** Numbers for people, with three digits. */
final class Units {
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};

  private Units() {}

  static String time(double nanoseconds) {
    double value = nanoseconds;
    int unit = 0;
    while (Math.abs(value) >= 999.5 && unit < TIMES.length - 1) {
      value /= 1000;
      unit++;
    }
    return number(value) + " " + TIMES[unit];
  }

  static String bytes(double bytes) {
    return bytes < 9_999.5
        ? String.format(Locale.ROOT, "%.0f B", bytes)
        : String.format(Locale.ROOT, "%,.0f kB", bytes / 1000);
  }

  static String number(double value) {
    double size = Math.abs(value);
    String format =
        size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : size >= 0.0995 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
