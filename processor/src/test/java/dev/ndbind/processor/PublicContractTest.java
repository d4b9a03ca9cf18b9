package dev.ndbind.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The processor as a user's build sees it, through compile-testing. */
class PublicContractTest {

  @Test
  void writesTheReviewedAdapter() {
    List<File> classPath =
        Arrays.stream(TestCompiler.classPath().split(File.pathSeparator, -1))
            .map(File::new)
            .toList();
    Compilation compilation =
        javac()
            .withClasspath(classPath)
            .withProcessors(new NumpyProcessor())
            .compile(JavaFileObjects.forResource("golden/functions/Distances.java"));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("golden.DistancesAdapter")
        .hasSourceEquivalentTo(
            JavaFileObjects.forResource("golden/functions/DistancesAdapter.java"));
  }

  @Test
  void pointsToTheValueThatIsWrong() {
    Compilation compilation =
        javac()
            .withProcessors(new NumpyProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Sums",
                    """
                    import dev.ndbind.Float32Array;
                    import dev.ndbind.annotation.*;
                    class Sums {
                      @AcceptsNumpy
                      @Layout("d")
                      static Float32Array sum(@Layout("n") Float32Array x) { return x; }
                    }
                    """));
    assertThat(compilation).failed();
    assertThat(compilation)
        .hadErrorContaining("[ndbind:unbound-axis] axis 'd' of the result is bound by no parameter")
        .inFile(compilation.sourceFiles().getFirst())
        .onLine(5);
  }
}
