package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types that another processor writes, in whatever round it does so. */
class RoundsTest {
  @TempDir Path directory;

  /** Writes classes in the second round. */
  private static final class LateWriter extends AbstractProcessor {
    private int round;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
      round++;
      if (round == 1) {
        write("Early", "public class Early {}");
      } else if (round == 2) {
        write(
            "Options",
            """
            public class Options {
              static final String N = "n";
              static class Inner {}
            }
            """);
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer writer = processingEnv.getFiler().createSourceFile("late." + name).openWriter()) {
        writer.write("package late; " + text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitsForParameterTypes(TestCompiler compiler) throws IOException {
    check(compiler, "static double mean(Float32Array x, Options options) { return 0; }");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForTypeArguments(TestCompiler compiler) throws IOException {
    check(compiler, "static java.util.List<Options[]> mean(Float32Array x) { return null; }");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForBounds(TestCompiler compiler) throws IOException {
    check(compiler, "static <T extends Options> T mean(Float32Array x) { return null; }");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForConstantsInAnnotations(TestCompiler compiler) throws IOException {
    check(
        compiler,
        "static double mean(@dev.ndbind.annotation.Layout(Options.N) Float32Array x) { return 0;"
            + " }");
  }

  @ParameterizedTest
  @EnumSource
  void waitsForNestedTypes(TestCompiler compiler) throws IOException {
    check(compiler, "static double mean(Float32Array x, Options.Inner inner) { return 0; }");
  }

  @ParameterizedTest
  @EnumSource
  void adaptsWhatInheritsFromATypeThatIsWrittenLater(TestCompiler compiler) throws IOException {
    check(
        compiler,
        "double mean(Float32Array x) { return 0; } }\nabstract class Other extends Options {");
  }

  @ParameterizedTest
  @EnumSource
  void adaptsNestedTypesOfWhatInheritsFromATypeThatIsWrittenLater(TestCompiler compiler)
      throws IOException {
    check(
        compiler,
        "late/Outer_NestedAdapter.java",
        """
        class Outer extends Options {
          private Options.Inner options;

          @AcceptsNumpy
          static class Nested extends Options {
            double mean(Float32Array x) { return 0; }
          }
        }
        """);
  }

  private void check(TestCompiler compiler, String method) throws IOException {
    String type = "class Late {\n  @AcceptsNumpy\n  %s\n}\n".formatted(method);
    check(compiler, "late/LateAdapter.java", type);
  }

  private void check(TestCompiler compiler, String adapter, String type) throws IOException {
    Path source = directory.resolve("Source.java");
    Files.writeString(
        source,
        """
        package late;

        import dev.ndbind.Float32Array;
        import dev.ndbind.annotation.AcceptsNumpy;

        """
            + type);
    TestCompiler.Outcome outcome =
        compiler.compile(
            directory.resolve("out"),
            List.of(source),
            List.of(new NumpyProcessor(), new LateWriter()));
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.generated()).containsKey(adapter);
  }
}
