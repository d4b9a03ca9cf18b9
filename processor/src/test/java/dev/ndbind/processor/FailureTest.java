package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surroundings in which something is missing or fails. */
class FailureTest {
  @TempDir Path directory;

  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source = directory.resolve("Mean.java");
    write("");
  }

  private void write(String from) throws IOException {
    Files.writeString(
        source,
        """
        class Mean {
          @dev.ndbind.annotation.AcceptsNumpy%s
          static double mean(dev.ndbind.Float32Array x) { return 0; }
        }
        """
            .formatted(from));
  }

  /** Fails to open the adapter. */
  private static final class Failing extends ForwardingJavaFileManager<JavaFileManager> {
    private final boolean isUnchecked;

    Failing(JavaFileManager files, boolean isUnchecked) {
      super(files);
      this.isUnchecked = isUnchecked;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      if (name.endsWith("Adapter") && isUnchecked) {
        throw new IllegalStateException("no luck");
      } else if (name.endsWith("Adapter")) {
        throw new IOException("disk full");
      }
      return super.getJavaFileForOutput(location, name, kind, sibling);
    }
  }

  private List<String> errors(boolean isUnchecked) {
    return TestCompiler.JAVAC
        .compile(
            directory,
            List.of(source),
            List.of(new NumpyProcessor()),
            files -> new Failing(files, isUnchecked))
        .errors();
  }

  @Test
  void reportsFilesThatCannotBeWritten() {
    assertThat(errors(false)).singleElement().asString().contains("write-failed", "disk full");
  }

  @Test
  void reportsItsOwnErrors() {
    assertThat(errors(true)).singleElement().asString().contains("internal-error", "no luck");
  }

  @Test
  void leavesOutFrameworksThatAreMissing() {
    TestCompiler.Outcome outcome = compileWithout("pytorch-2");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.generated().get("MeanAdapter.java"))
        .contains("mean(TFloat32 x)", "mean(Float32Array x)")
        .doesNotContain("PyTorch");
  }

  @Test
  void takesEveryFrameworkThatIsThere() {
    TestCompiler.Outcome outcome =
        TestCompiler.JAVAC.compile(
            directory, List.of(source), "-classpath", TestCompiler.wholeClassPath());
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.generated().get("MeanAdapter.java"))
        .contains("mean(Tensor x)", "mean(TFloat32 x)", "mean(OnnxTensor x)");
  }

  @Test
  void reportsMissingFrameworksThatAreNamed() throws IOException {
    write("(from = dev.ndbind.pytorch.PyTorch.class)");
    assertThat(compileWithout("pytorch-2").errors())
        .singleElement()
        .asString()
        .contains("missing-framework", "needs classes of PyTorch");
  }

  private TestCompiler.Outcome compileWithout(String jar) {
    String classPath =
        Arrays.stream(TestCompiler.classPath().split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jar))
            .collect(Collectors.joining(File.pathSeparator));
    return TestCompiler.JAVAC.compile(directory, List.of(source), "-classpath", classPath);
  }

  @Test
  void writesPlansInUtf8WhateverTheSourcesAreIn() throws IOException {
    Files.writeString(
        source,
        """
        class Mean {
          /** Größe. */
          @dev.ndbind.annotation.AcceptsNumpy static double mean(dev.ndbind.Float32Array x) { return 0; }
        }
        """,
        StandardCharsets.ISO_8859_1);
    TestCompiler.Outcome outcome =
        TestCompiler.JAVAC.compile(directory, List.of(source), "-encoding", "ISO-8859-1");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.plans().values()).singleElement().asString().contains("\"Größe.\"");
  }

  @Test
  void takesTheOptionForTypesThatNameNoBridge() {
    TestCompiler.Outcome outcome =
        TestCompiler.JAVAC.compile(
            directory, List.of(source), "-Andbind.from=dev.ndbind.tensorflow.TensorFlow");
    assertThat(outcome.generated().get("MeanAdapter.java"))
        .contains("TFloat32")
        .doesNotContain("PyTorch");
  }

  @Test
  void readsAliasesAndRecordsFromClassFiles() throws IOException {
    Path library = directory.resolve("Library.java");
    Files.writeString(
        library,
        """
        import dev.ndbind.annotation.*;

        @interface Library {
          @Layout(value = "n", order = Order.C) @interface Vector {}

          record Pair<A>(@Layout("n") A first, @Layout("n") A second) {}
        }
        """);
    Path out = directory.resolve("library");
    assertThat(TestCompiler.JAVAC.compile(out, List.of(library)).errors()).isEmpty();
    Files.writeString(
        source,
        """
        import dev.ndbind.Float32Array;

        class Mean {
          @dev.ndbind.annotation.AcceptsNumpy
          static Library.Pair<Float32Array> mean(@Library.Vector Float32Array x) { return null; }
        }
        """);
    String classPath = out.resolve("classes") + File.pathSeparator + TestCompiler.classPath();
    for (TestCompiler compiler : TestCompiler.values()) {
      TestCompiler.Outcome outcome =
          compiler.compile(
              directory.resolve(compiler.name()), List.of(source), "-classpath", classPath);
      assertThat(outcome.errors()).isEmpty();
      assertThat(outcome.generated().get("MeanAdapter.java"))
          .contains(
              "of(\"x\", DType.FLOAT32).shape(Shape.of(\"n\", Axis.named(0))).order(Order.C)",
              "of(\"result.first\", DType.FLOAT32).shape(Shape.of(\"n\", Axis.named(0)))");
    }
  }
}
