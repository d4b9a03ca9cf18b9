package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles sources that break a rule, and looks for each message on the line that says so: {@code
 * // error: [ndbind:unbound-axis] axis 'd'} expects an error with the tag that contains the text;
 * {@code // error on JAVAC:} expects it on one compiler only, as Eclipse cannot point everywhere,
 * and {@code // note:} a note. A first line {@code // option: ...} gives an option to the compiler.
 */
class FixtureTest {
  private static final Pattern MARKER =
      Pattern.compile("// (?:error|note)(?: on (\\w+))?: (\\[[^ ]*])(.*)$");
  private static final Pattern OPTION = Pattern.compile("^// option: (.*)$");
  private static final Pattern TAG = Pattern.compile("\\[ndbind:([a-z-]+)]");

  /** These need more than a source; {@link FailureTest} has them. */
  private static final Set<Problem> ELSEWHERE =
      Set.of(Problem.INTERNAL_ERROR, Problem.WRITE_FAILED, Problem.MISSING_FRAMEWORK);

  @TempDir Path output;

  /** A part of a message, and the line it is on. */
  record Expected(long line, String tag, String text) {
    boolean matches(Diagnostic<?> found) {
      String message = found.getMessage(Locale.ENGLISH);
      return line == found.getLineNumber() && message.contains(tag) && message.contains(text);
    }
  }

  static Stream<Path> fixtures() {
    return Resources.in(Resources.directory("fixtures")).stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void javacShowsTheProblem(Path fixture) throws IOException {
    check(TestCompiler.JAVAC, fixture);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void eclipseShowsTheProblem(Path fixture) throws IOException {
    check(TestCompiler.ECJ, fixture);
  }

  private void check(TestCompiler compiler, Path fixture) throws IOException {
    List<String> lines = Files.readAllLines(fixture);
    TestCompiler.Outcome outcome = compiler.compile(output, List.of(fixture), options(lines));
    List<Expected> missing = expected(lines, compiler);
    List<String> unexpected = new ArrayList<>();
    for (Diagnostic<?> diagnostic : outcome.diagnostics()) {
      String message = diagnostic.getMessage(Locale.ENGLISH);
      boolean isExpected = missing.removeIf(wanted -> wanted.matches(diagnostic));
      if (!isExpected && TAG.matcher(message).find()) {
        unexpected.add(diagnostic.getLineNumber() + ": " + message);
      }
    }
    assertThat(missing).as("missing; there is %s", unexpected).isEmpty();
    assertThat(unexpected).isEmpty();
  }

  private static List<Expected> expected(List<String> lines, TestCompiler compiler) {
    List<Expected> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i));
      if (marker.find() && (marker.group(1) == null || compiler.name().equals(marker.group(1)))) {
        expected.add(new Expected(i + 1, marker.group(2), marker.group(3).strip()));
      }
    }
    return expected;
  }

  private static String[] options(List<String> lines) {
    Matcher option = OPTION.matcher(lines.getFirst());
    return option.find() ? option.group(1).split(" ") : new String[0];
  }

  @Test
  void everyProblemHasAFixture() throws IOException {
    Set<String> tags = new TreeSet<>();
    for (Path fixture : fixtures().toList()) {
      TAG.matcher(Files.readString(fixture)).results().forEach(tag -> tags.add(tag.group(1)));
    }
    assertThat(tags)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problem.values())
                .filter(problem -> !ELSEWHERE.contains(problem))
                .map(Problem::tag)
                .toList());
  }
}
