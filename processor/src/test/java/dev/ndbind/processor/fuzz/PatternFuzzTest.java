package dev.ndbind.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.processor.pattern.PatternException;
import dev.ndbind.processor.pattern.ShapePattern;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random texts, most of them nearly patterns. {@code -Dndbind.fuzz.seconds=600} goes on with fresh
 * seeds.
 */
class PatternFuzzTest {
  private static final int TEXTS = 100_000;

  private static final List<String> PIECES =
      List.of(
          "n",
          "m2",
          "größe",
          "\u4e2d",
          "\ud835\udc8f",
          "_",
          "__",
          "...",
          "*",
          "#",
          "{",
          "}",
          "{k}",
          "{$_}",
          "{größe}",
          "(",
          ")",
          "((",
          "))",
          "+",
          "-",
          "*2",
          "=",
          " ",
          "  ",
          "\t",
          "\n",
          "\u00a0",
          "\u2003",
          ",",
          ".",
          "0",
          "7",
          "12",
          "007",
          "9223372036854775807",
          "9223372036854775808",
          "\u0661",
          "\u00b2",
          "\u0301",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\u0000",
          "\u200b",
          "\\",
          "\"",
          "'",
          "e\u0301",
          "1-2",
          "(1-2)",
          "n-n");

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void agreesWithTheRecogniserAndThrowsNothingElse(long seed) {
    assertThat(run(new Random(seed))).isBetween(TEXTS / 10, TEXTS * 9 / 10);
  }

  @Test
  void goesOnWithFreshSeeds() {
    long seconds = Long.getLong("ndbind.fuzz.seconds", 0);
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (System.nanoTime() < end) {
      long seed = new Random().nextLong();
      try {
        run(new Random(seed));
      } catch (AssertionError e) {
        throw new AssertionError("seed %dL: %s".formatted(seed, e.getMessage()), e);
      }
    }
  }

  /** How many texts were patterns. */
  private static int run(Random random) {
    int patterns = 0;
    for (int i = 0; i < TEXTS; i++) {
      patterns += isPattern(mutated(random, pattern(random))) ? 1 : 0;
    }
    return patterns;
  }

  private static boolean isPattern(String text) {
    boolean expected = PatternRecogniser.isPattern(text);
    ShapePattern pattern;
    try {
      pattern = ShapePattern.parse(text);
    } catch (PatternException e) {
      assertThat(expected).as(() -> "'%s' is a pattern: %s".formatted(text, e)).isFalse();
      assertThat(e.offset()).as(text).isBetween(0, text.length());
      assertThat(e.reason()).as(text).isNotBlank();
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError("'%s' threw %s".formatted(text, e), e);
    }
    assertThat(expected).as(() -> "'%s' is no pattern, but %s".formatted(text, pattern)).isTrue();
    checkPrinted(text, pattern);
    return true;
  }

  private static void checkPrinted(String text, ShapePattern pattern) {
    try {
      ShapePattern again = ShapePattern.parse(pattern.toString());
      assertThat(again).as(text).isEqualTo(pattern).hasToString(pattern.toString());
    } catch (PatternException e) {
      throw new AssertionError("'%s' is printed as '%s'".formatted(text, pattern), e);
    }
  }

  private static String pattern(Random random) {
    return Stream.generate(() -> entry(random))
        .limit(random.nextInt(random.nextInt(50) == 0 ? 80 : 5))
        .collect(Collectors.joining(" "));
  }

  private static String entry(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> pick(random, Grammar.SEVERAL_AXES);
      case 1 -> pick(random, PIECES);
      case 2 -> "%s%s%s".formatted(entry(random), pick(random, PIECES), entry(random));
      case 3 -> "(" + entry(random) + ")";
      default -> pick(random, Grammar.ONE_AXIS);
    };
  }

  private static String mutated(Random random, String pattern) {
    StringBuilder text = new StringBuilder(pattern);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int until = Math.min(text.length(), at + random.nextInt(3));
      text.replace(at, until, random.nextInt(3) == 0 ? "" : pick(random, PIECES));
    }
    return random.nextInt(200) == 0 ? text.toString().repeat(random.nextInt(200)) : text.toString();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
