package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules see only what they require, and so must the code generated into them. */
class ModulePathTest {
  private static final Set<String> MODULES =
      Set.of(
          "dev.ndbind",
          "dev.ndbind.annotation",
          "dev.ndbind.pytorch",
          "org.bytedeco.javacpp",
          "org.bytedeco.openblas",
          "org.bytedeco.pytorch",
          "org.jspecify");

  @TempDir Path directory;

  /** The part of the class path that consists of some modules. */
  private static String modulePath() {
    return Arrays.stream(TestCompiler.classPath().split(File.pathSeparator, -1))
        .filter(entry -> !Collections.disjoint(MODULES, modules(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Set<String> modules(String entry) {
    return ModuleFinder.of(Path.of(entry)).findAll().stream()
        .map(module -> module.descriptor().name())
        .collect(Collectors.toSet());
  }

  private List<Path> module(String requires) throws IOException {
    Path info = directory.resolve("module-info.java");
    Path source = Files.createDirectories(directory.resolve("app")).resolve("Mean.java");
    Files.writeString(
        info,
        """
        @SuppressWarnings("requires-automatic")
        module app {
          requires dev.ndbind;
          %s
          exports app;
        }
        """
            .formatted(requires));
    Files.writeString(
        source,
        """
        package app;

        import dev.ndbind.Float32Array;

        public class Mean {
          private Mean() {}

          @dev.ndbind.annotation.AcceptsNumpy
          @SuppressWarnings("exports")
          public static double mean(Float32Array x) { return 0; }
        }
        """);
    return List.of(info, source);
  }

  private TestCompiler.Outcome compile(String requires) throws IOException {
    return compileModule(module(requires), modulePath());
  }

  private TestCompiler.Outcome compileModule(List<Path> sources, String modulePath) {
    TestCompiler.Outcome outcome =
        TestCompiler.JAVAC.compile(
            directory.resolve("out"),
            sources,
            "--module-path",
            modulePath,
            "-Xlint:all,-path,-processing,-module",
            "-Werror");
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.warnings()).isEmpty();
    return outcome;
  }

  static Stream<Path> features() {
    return Resources.in(Resources.directory("golden")).stream();
  }

  /** Public and package-private types alike, in a package that the module exports. */
  @ParameterizedTest
  @MethodSource("features")
  void compilesEveryFeatureWithoutWarnings(Path feature) throws IOException {
    List<Path> sources =
        new ArrayList<>(
            Resources.in(feature).stream()
                .filter(path -> path.toString().matches(".*(?<!Adapter)\\.java"))
                .toList());
    Path info = directory.resolve("module-info.java");
    Files.writeString(
        info,
        """
        @SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
        module features {
          requires java.compiler;
          requires transitive dev.ndbind.numpy;
          requires transitive dev.ndbind.onnx;
          requires transitive dev.ndbind.pytorch;
          requires transitive dev.ndbind.tensorflow;
          requires transitive org.jspecify;
          exports golden;
        }
        """);
    sources.add(info);
    compileModule(sources, System.getProperty("java.class.path"));
  }

  @Test
  void writesForTheFrameworksThatTheModuleReads() throws IOException {
    assertThat(compile("requires dev.ndbind.pytorch;").generated().get("app/MeanAdapter.java"))
        .contains("mean(Tensor x)")
        .doesNotContain("TFloat32", "@Generated");
  }

  @Test
  void writesForArraysOnlyIfTheModuleReadsNoFramework() throws IOException {
    assertThat(compile("").generated().get("app/MeanAdapter.java"))
        .contains("mean(Float32Array x)")
        .doesNotContain("Tensor");
  }

  @Test
  void marksGeneratedCodeIfTheModuleCan() throws IOException {
    assertThat(compile("requires java.compiler;").generated().get("app/MeanAdapter.java"))
        .contains("@Generated");
  }
}
