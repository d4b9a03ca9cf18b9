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
    TestCompiler.Outcome javac = compile(TestCompiler.JAVAC, output, feature, sources(feature));
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
    TestCompiler.Outcome javac = compile(TestCompiler.JAVAC, output, feature, sources(feature));
    TestCompiler.Outcome ecj =
        compile(TestCompiler.ECJ, output.resolve("ecj"), feature, sources(feature));
    assertThat(ecj.errors()).isEmpty();
    assertThat(ecj.files()).isEqualTo(javac.files());
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesTheSameForSourcesInAnyOrder(Path feature) {
    List<Path> sources = sources(feature);
    TestCompiler.Outcome forwards = compile(TestCompiler.JAVAC, output, feature, sources);
    TestCompiler.Outcome backwards =
        compile(TestCompiler.JAVAC, output.resolve("backwards"), feature, sources.reversed());
    assertThat(backwards.files()).isEqualTo(forwards.files());
  }

  @ParameterizedTest
  @MethodSource("features")
  void writesWhatCompilesWithoutWarnings(Path feature) {
    // "path" is about the class path, whose jars name jars that are not there.
    TestCompiler.Outcome outcome =
        TestCompiler.JAVAC.compile(
            output,
            javaFiles(feature),
            List.of(),
            "-Xlint:all,-path",
            "-Werror",
            "-proc:none",
            "-classpath",
            TestCompiler.wholeClassPath());
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings()).isEmpty();
  }

  private static TestCompiler.Outcome compile(
      TestCompiler compiler, Path output, Path feature, List<Path> sources) {
    boolean isWhole = feature.endsWith("onnx");
    String classPath = isWhole ? TestCompiler.wholeClassPath() : TestCompiler.classPath();
    return compiler.compile(output, sources, "-classpath", classPath);
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
