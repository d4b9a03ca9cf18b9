package dev.ndbind.processor.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ndbind.processor.pattern.PatternException.Rule;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapePatternTest {
  @Test
  void knowsEveryEntry() throws PatternException {
    assertThat(ShapePattern.parse("3 n _ *b #c {k} rows=4 cols=_").dims())
        .containsExactly(
            new Dim.Fixed(3),
            new Dim.Named("n"),
            new Dim.Any(),
            new Dim.Run("b"),
            new Dim.Broadcast("c"),
            new Dim.Value("k"),
            new Dim.Documented("rows", new Dim.Fixed(4)),
            new Dim.Documented("cols", new Dim.Any()));
    assertThat(ShapePattern.parse("...")).isEqualTo(ShapePattern.ANY);
    assertThat(ShapePattern.parse("#*b m").dims())
        .containsExactly(new Dim.BroadcastRun("b"), new Dim.Named("m"));
    assertThat(ShapePattern.parse("").dims()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "n+1, n+1",
    "2*n-1, 2*n-1",
    "n*m-1, n*m-1",
    "(n), n",
    "((n+1))*2, (n+1)*2",
    "n-(m-1), n-(m-1)",
    "(n-m)-1, n-m-1",
    "n*(m*2), n*(m*2)",
    "{k}+n, {k}+n",
    "2*3, 6",
    "007, 7",
    "größe+1, größe+1",
    "n-2*3, n-6"
  })
  void printsExpressionsWithTheFewestParentheses(String text, String printed)
      throws PatternException {
    assertThat(ShapePattern.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"  n   d ", "n\td", "n\nd"})
  void takesAnySpace(String text) throws PatternException {
    assertThat(ShapePattern.parse(text)).hasToString("n d");
  }

  @ParameterizedTest
  @CsvSource({
    "'n,d', 1",
    "'n + 1', 2",
    "'n d)', 3",
    "'(n', 2",
    "'n+', 2",
    "'-1', 0",
    "'_n', 1",
    "'#n+1', 2",
    "'#_', 1",
    "'*', 1",
    "'** n', 1",
    "'....', 3",
    "'n...', 1",
    "'{k', 2",
    "'{ k}', 1",
    "'a=b=c', 3",
    "'=4', 0",
    "'a=*b', 2",
    "'n?', 1"
  })
  void saysWhereTheGrammarIsBroken(String text, int offset) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> ShapePattern.parse(text))
        .withMessageStartingWith("expected ")
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.SYNTAX))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @ParameterizedTest
  @CsvSource({
    "'n,d', axes are separated by spaces",
    "'[n d]', a pattern has no brackets",
    "'n + 1', an expression has no spaces",
    "n/2, sizes are made with + - * only",
    "n?, for any size write _",
    "-1, for any size write _ alone",
    "_n, for any size write _ alone",
    "*_, for any axes write ...",
    "*#b, write #* for a run that broadcasts"
  })
  void tellsWhoKnowsAnotherNotationWhatToWrite(String text, String wayOut) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> ShapePattern.parse(text))
        .withMessageEndingWith("; " + wayOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"... ...", "#*a *a", "*a ...", "*a n *b", "*a *a"})
  void takesOneVariadicEntry(String text) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> ShapePattern.parse(text))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.ONE_VARIADIC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1-2", "9223372036854775807+1"})
  void keepsSizesInBounds(String text) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> ShapePattern.parse(text))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.SIZE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "n+", "n ", "{k}*("})
  void boundsItsOwnDepth(String part) {
    assertThatExceptionOfType(PatternException.class)
        .isThrownBy(() -> ShapePattern.parse(part.repeat(10_000)))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.SIZE));
  }

  @Test
  void readsWhatItPrintsAndThrowsNothingElse() {
    List<String> tokens =
        List.of(
            "n",
            "m",
            "12",
            "0",
            "_",
            "...",
            "*",
            "#",
            "{",
            "}",
            "k",
            "(",
            ")",
            "+",
            "-",
            "=",
            " ",
            " ",
            ",",
            "9223372036854775807",
            "\u00e9",
            "\ud83d\ude00",
            "\t");
    Random random = new Random(42);
    int parsed = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(tokens.get(random.nextInt(tokens.size())));
      }
      parsed += roundTrips(text.toString()) ? 1 : 0;
    }
    assertThat(parsed).isGreaterThan(5_000);
  }

  private static boolean roundTrips(String text) {
    ShapePattern pattern;
    try {
      pattern = ShapePattern.parse(text);
    } catch (PatternException e) {
      assertThat(e.offset()).as(text).isBetween(0, text.length());
      return false;
    }
    try {
      assertThat(ShapePattern.parse(pattern.toString())).as(text).isEqualTo(pattern);
    } catch (PatternException e) {
      throw new AssertionError("'%s' printed as '%s'".formatted(text, pattern), e);
    }
    return true;
  }
}
