package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds generated code against golden files, one directory for each feature. {@code mvn test
 * -Dndbind.golden=write} writes the golden files anew; read the difference as you would read code.
 */
class GoldenTest {
  private static final boolean WRITES = "write".equals(System.getProperty("ndbind.golden"));

  @TempDir Path output;

  static Stream<Path> features() {
    return Resources.in(Resources.directory("golden")).stream();
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesWhatAPersonWouldHaveWritten(Path feature) throws IOException {
    TestCompiler.Outcome javac = TestCompiler.JAVAC.compile(output, sources(feature));
    assertThat(javac.errors()).isEmpty();
    for (Map.Entry<String, String> file : javac.files().entrySet()) {
      Path golden = golden(feature, file.getKey());
      if (WRITES) {
        Files.writeString(golden, file.getValue());
      }
      assertThat(file.getValue()).isEqualTo(Files.readString(golden));
    }
    assertThat(javac.files()).hasSameSizeAs(goldenFiles(feature));
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesTheSameOnEclipse(Path feature) {
    TestCompiler.Outcome javac = TestCompiler.JAVAC.compile(output, sources(feature));
    TestCompiler.Outcome ecj = TestCompiler.ECJ.compile(output.resolve("ecj"), sources(feature));
    assertThat(ecj.errors()).isEmpty();
    assertThat(ecj.files()).isEqualTo(javac.files());
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesTheSameForSourcesInAnyOrder(Path feature) {
    List<Path> sources = sources(feature);
    TestCompiler.Outcome forwards = TestCompiler.JAVAC.compile(output, sources);
    TestCompiler.Outcome backwards =
        TestCompiler.JAVAC.compile(output.resolve("backwards"), sources.reversed());
    assertThat(backwards.files()).isEqualTo(forwards.files());
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesWhatCompilesWithoutWarnings(Path feature) {
    // "path" is about the class path, whose jars name jars that are not there.
    TestCompiler.Outcome outcome =
        TestCompiler.JAVAC.compile(
            output, javaFiles(feature), List.of(), "-Xlint:all,-path", "-Werror", "-proc:none");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings()).isEmpty();
  }

  /** Plans have the adapter's whole name, golden files the simple one. */
  private static Path golden(Path feature, String file) {
    String name = Path.of(file).getFileName().toString();
    return feature.resolve(name.replaceFirst("^golden\\.", ""));
  }

  private static List<Path> javaFiles(Path feature) {
    return Resources.in(feature).stream()
        .filter(path -> path.toString().endsWith(".java"))
        .toList();
  }

  private static List<Path> sources(Path feature) {
    return Resources.in(feature).stream().filter(path -> !isGolden(path)).toList();
  }

  private static List<Path> goldenFiles(Path feature) {
    return Resources.in(feature).stream().filter(GoldenTest::isGolden).toList();
  }

  private static boolean isGolden(Path path) {
    return path.getFileName().toString().matches(".*Adapter\\.(java|json)");
  }
}
