package dev.ndbind.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.report.Samples;
import dev.ndbind.report.plan.Absent;
import dev.ndbind.report.plan.AdapterCopies;
import dev.ndbind.report.plan.Case;
import dev.ndbind.report.plan.Declared;
import dev.ndbind.report.plan.MethodCopies;
import dev.ndbind.report.plan.Order;
import dev.ndbind.report.plan.Overload;
import dev.ndbind.report.plan.PlanFiles;
import dev.ndbind.report.plan.Step;
import dev.ndbind.report.plan.Treatment;
import dev.ndbind.report.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page as text. */
class PageMakerTest {
  private static final String HOSTILE = "\"><script>alert('&')</script>";

  @Test
  void escapesWhateverIsRead() throws IOException {
    Declared declared =
        new Declared(
            HOSTILE, HOSTILE, HOSTILE, HOSTILE, Order.C, HOSTILE, HOSTILE, HOSTILE, HOSTILE, true);
    Treatment treatment = new Treatment(HOSTILE, List.of(new Case(HOSTILE, Step.VIEW, HOSTILE)));
    MethodCopies method =
        new MethodCopies(
            HOSTILE,
            HOSTILE,
            List.of(declared),
            List.of(declared),
            List.of(new Overload(HOSTILE, HOSTILE, List.of(treatment), List.of(treatment))),
            List.of(new Absent(HOSTILE, HOSTILE)));
    String page =
        PageMaker.html(
            List.of(new AdapterCopies(HOSTILE, HOSTILE, List.of(method))), Sources.in(List.of()));
    assertThat(page).doesNotContain("<script", "\">alert", "alert('").contains("&lt;script&gt;");
  }

  @Test
  void escapesSources() throws IOException {
    assertThat(Samples.page())
        .contains("&quot;&lt;script&gt;&quot;.length()")
        .doesNotContain("<script");
  }

  @Test
  void asksNothingOfTheNetwork() throws IOException {
    assertThat(Samples.page()).doesNotContain("http:", "https:", "//", "url(", "@import", "src=");
  }

  @Test
  void isTheSameForTheSameInput() throws IOException {
    assertThat(Samples.page()).isEqualTo(Samples.page());
  }

  @Test
  void doesNotDependOnTheOrderOfFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> plans = Files.list(Samples.plans().resolve("META-INF/ndbind"))) {
      plans.sorted().forEach(files::add);
    }
    assertThat(files).hasSize(4);
    Sources sources = Sources.in(List.of(Samples.sources()));
    String backwards = PageMaker.html(PlanFiles.read(files.reversed()), sources);
    assertThat(backwards).isEqualTo(Samples.page());
  }

  @Test
  void countsWhatIsViewed() throws IOException {
    assertThat(Samples.page())
        .contains("<h1>23 of 41 arguments are always viewed</h1>")
        .contains("4 adapters, 10 methods: 15 arguments and 6 results.");
  }

  @Test
  void linksToTheLineOfEachMethod() throws IOException {
    String page = Samples.page();
    assertThat(page)
        .contains("href=\"#dev/ndbind/examples/Scene.java:25\">Scene.java:25</a>")
        .contains("<li id=\"dev/ndbind/examples/Scene.java:25\">");
    assertThat(links(page)).isNotEmpty().allMatch(target -> page.contains("id=\"" + target + "\""));
  }

  @Test
  void hasNoLinksToSourcesWithoutSources() throws IOException {
    String page = PageMaker.html(PlanFiles.read(List.of(Samples.plans())), Sources.in(List.of()));
    assertThat(page).contains("ndvi").doesNotContain("class=\"source-link\"", "Scene.java");
  }

  @Test
  void drawsEachLayoutOnce() throws IOException {
    String page = Samples.page();
    assertThat(page).containsOnlyOnce("<symbol id=\"layout-3-0\"");
    assertThat(Pattern.compile("<use href=\"#layout-3-0\"/>").matcher(page).results().count())
        .isGreaterThan(1);
  }

  private static List<String> links(String page) {
    return Pattern.compile("href=\"#([^\"]*)\"")
        .matcher(page)
        .results()
        .map(link -> link.group(1))
        .toList();
  }
}
