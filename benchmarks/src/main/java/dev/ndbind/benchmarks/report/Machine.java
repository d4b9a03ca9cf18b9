package dev.ndbind.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when something was measured.
 *
 * @param date in UTC
 * @param processor its name, as far as the system tells
 * @param processors how many the JVM sees
 * @param system the operating system
 * @param java the JVM
 * @param python Python and its modules; empty if none was used
 * @param load how many processes wanted to run, just before, on average; negative if unknown
 */
record Machine(
    String date,
    String processor,
    int processors,
    String system,
    String java,
    String python,
    double load) {

  static Machine here() throws IOException {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vendor.version") + ", " + System.getProperty("java.vm.name"),
        "",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  Machine withPython(String versions) {
    return new Machine(date, processor, processors, system, java, versions, load);
  }

  private static String processorName() throws IOException {
    Path linux = Path.of("/proc/cpuinfo");
    String unknown = "unknown processor";
    return !Files.exists(linux)
        ? unknown
        : Files.readAllLines(linux).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(unknown);
  }

  /** A line for people. */
  String describe() {
    return "%s, %d processors, %s, %s%s; load before %.1f"
        .formatted(
            processor, processors, system, java, python.isEmpty() ? "" : ", " + python, load);
  }
}
