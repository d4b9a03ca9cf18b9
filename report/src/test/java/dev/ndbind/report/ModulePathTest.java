package dev.ndbind.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.samskivert.mustache.Mustache;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a module: its packages are open to those who read them by reflection. */
class ModulePathTest {
  @TempDir Path directory;

  @Test
  void runsOnTheModulePath() throws Exception {
    Path page = directory.resolve("page.html");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath(),
                "--module",
                "dev.ndbind.report/dev.ndbind.report.ReportCommand",
                Samples.plans().toString(),
                "--sources",
                Samples.sources().toString(),
                "--output",
                page.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(page).hasContent(Samples.page());
  }

  private static String modulePath() {
    return Stream.of(ReportCommand.class, Gson.class, Mustache.class, CommandLine.class)
        .map(ModulePathTest::location)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
