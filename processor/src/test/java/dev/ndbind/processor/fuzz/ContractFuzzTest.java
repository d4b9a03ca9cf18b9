package dev.ndbind.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.processor.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random contracts, compiled, called with random arrays, and held against the rules as the
 * documentation has them. {@code -Dndbind.fuzz.seconds=600} goes on with fresh seeds.
 */
class ContractFuzzTest {
  private static final int METHODS = 150;
  private static final int CALLS = 100;
  private static final Pattern TAG = Pattern.compile("\\[ndbind:([a-z-]+)]");

  @TempDir Path directory;

  /** Seeds that have found something stay. */
  @ParameterizedTest
  @ValueSource(longs = {1, 9215445957380299621L, -4218241993729072088L})
  void doesWhatTheDocumentationSays(long seed) throws IOException {
    Counts counts = run(seed, directory);
    assertThat(counts.accepted).as("contracts accepted").isGreaterThan(METHODS / 4);
    assertThat(counts.refused).as("contracts refused").isGreaterThan(METHODS / 10);
    assertThat(counts.called).as("calls accepted").isGreaterThan(counts.calls / 5);
    assertThat(counts.calls - counts.called).as("calls refused").isGreaterThan(counts.calls / 5);
  }

  @Test
  void goesOnWithFreshSeeds() throws IOException {
    long seconds = Long.getLong("ndbind.fuzz.seconds", 0);
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    for (int round = 0; System.nanoTime() < end; round++) {
      run(new Random().nextLong(), Files.createDirectory(directory.resolve("round" + round)));
    }
  }

  private static final class Counts {
    int accepted;
    int refused;
    int calls;
    int called;

    @Override
    public String toString() {
      return "%d/%d contracts, %d/%d calls".formatted(accepted, accepted + refused, called, calls);
    }
  }

  private static Counts run(long seed, Path directory) throws IOException {
    Random random = new Random(seed);
    RandomMethods methods = new RandomMethods(random);
    Map<String, FuzzMethod> byName = new TreeMap<>();
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < METHODS; i++) {
      FuzzMethod method = methods.next();
      byName.put("F" + i, method);
      sources.put("F" + i, method.source("F" + i));
    }
    Counts counts = new Counts();
    try (Lab lab = Lab.compile(directory, sources)) {
      byName.forEach((name, method) -> check(lab, name, method, random, counts));
    } catch (AssertionError e) {
      throw new AssertionError("seed %dL: %s".formatted(seed, e.getMessage()), e);
    }
    return counts;
  }

  private static void check(Lab lab, String name, FuzzMethod method, Random random, Counts counts) {
    if (isAccepted(method, name, lab.refusals(name))) {
      counts.accepted++;
      for (int i = 0; i < CALLS; i++) {
        counts.calls++;
        counts.called += FuzzCall.run(lab, name, method, random) ? 1 : 0;
      }
    } else {
      counts.refused++;
    }
  }

  /**
   * What the rules refuse is refused; what else is refused has a tag that the rules do not know.
   */
  private static boolean isAccepted(FuzzMethod method, String name, List<String> errors) {
    String source = method.source(name);
    Set<String> tags = new TreeSet<>();
    for (String error : errors) {
      Matcher matcher = TAG.matcher(error);
      assertThat(matcher.find()).as(error + source).isTrue();
      tags.add(matcher.group(1));
    }
    assertThat(tags).as(source).doesNotContain("internal-error");
    Set<String> expected = CompileRules.tags(method);
    assertThat(errors.isEmpty() && !expected.isEmpty())
        .as("%s accepts %s", source, expected)
        .isFalse();
    tags.retainAll(CompileRules.KNOWN);
    assertThat(expected).as(source).containsAll(tags);
    return errors.isEmpty();
  }
}
