package dev.ndbind.examples.soak;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Many conversions at a fixed heap. {@code -Dndbind.soak.conversions=10000000} makes it a long run,
 * whose table of memory is printed.
 */
class SoakTest {
  private static final String CONVERSIONS = "ndbind.soak.conversions";
  private static final long FEW = 200_000;

  /**
   * More carriers than virtual threads. JavaCPP takes two locks, one inside the other, also beneath
   * native code, where virtual threads cannot leave their carriers: with fewer, all can wait for
   * one that has the outer lock and finds no carrier.
   */
  private static final String CARRIERS = "-Djdk.virtualThreadScheduler.parallelism=256";

  @Test
  void memoryStaysAndValuesAreRight() throws IOException, InterruptedException {
    Long asked = Long.getLong(CONVERSIONS);
    long conversions = asked == null ? FEW : asked;
    String table =
        ChildJvm.of(
                Soak.class,
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-XX:MaxDirectMemorySize=256m",
                CARRIERS,
                "-D" + CONVERSIONS + "=" + conversions)
            .environment("MALLOC_ARENA_MAX", "1") // With more, what is free lies scattered.
            .minutes(10 + conversions / 50_000)
            .run();
    if (asked != null) {
      System.out.println(table);
    }
  }
}
