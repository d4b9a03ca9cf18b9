package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The documentation has a section for each tag, in the order of the enum, whose anchor is the tag
 * and which begins with the message.
 */
class ProblemsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "problems.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^### (\\S+)\n\n> (.*)\n\n\\S");

  @Test
  void everyProblemHasASectionThatQuotesItsMessage() throws IOException {
    List<String> sections =
        SECTION
            .matcher(Files.readString(PAGE))
            .results()
            .map(section -> section.group(1) + ": " + section.group(2))
            .toList();
    assertThat(sections)
        .containsExactlyElementsOf(
            Arrays.stream(Problem.values())
                .map(problem -> problem.tag() + ": " + problem.outline())
                .toList());
  }
}
