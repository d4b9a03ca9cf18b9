package dev.ndbind.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser. On a machine without one these tests are skipped, but not in CI. */
class BrowserTest {
  private static final int PAPER = 0xfaf9f7;
  private static final int DARK_PAPER = 0x15171a;

  @TempDir Path directory;

  private Path page = Path.of("");
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    browser = Browser.find(directory).orElseGet(BrowserTest::missing);
    page = Files.writeString(directory.resolve("page.html"), Samples.page());
  }

  private static Browser missing() {
    String message = "there is no chromium, chromium-browser or google-chrome on the PATH";
    if (System.getenv("CI") != null) {
      throw new IllegalStateException(message);
    }
    return abort(message);
  }

  @Test
  void hasATableForEachMethodAndADrawingForEachRow() throws Exception {
    String document = browser.document(page);
    assertThat(count("<table class=\"plan\">", document)).isEqualTo(10);
    assertThat(count("<tr[^>]*>\\s*<th scope=\"row\"><div class=\"declared\">", document))
        .isEqualTo(15 + 6);
    // One for each row, a second one for the two contiguous arguments, three in the legend.
    assertThat(count("<svg class=\"layout\"", document)).isEqualTo(15 + 6 + 2 + 3);
    assertThat(count("<td class=\"absent\"", document)).isEqualTo(3);
    assertThat(document).contains("</main>");
  }

  @Test
  void showsThePalette() throws Exception {
    Map<Integer, Integer> colours = colours(browser.picture(page));
    assertThat(colours).hasSizeGreaterThan(100);
    // Paper, the bar's colours, and the tints of view, copy, cast and to host.
    assertThat(colours)
        .containsKeys(PAPER, 0x2c9c80, 0xeab43a, 0xdef2ec, 0xfbeec6, 0xfde4d3, 0xfbdfe6);
  }

  @Test
  void isDarkWhereThatIsWanted() throws Exception {
    Map<Integer, Integer> colours = colours(browser.picture(page, "--force-dark-mode"));
    assertThat(colours).containsKey(DARK_PAPER).doesNotContainKey(PAPER);
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private static Map<Integer, Integer> colours(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    Map<Integer, Integer> colours = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    return colours;
  }
}
