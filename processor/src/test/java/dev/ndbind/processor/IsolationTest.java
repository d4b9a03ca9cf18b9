package dev.ndbind.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Incremental builds compile a changed class without its neighbours, so that the adapter must
 * depend on nothing but the class, the types it names, and the options.
 */
class IsolationTest {
  /** What the adapter's code uses, as a user could name classes too. */
  private static final List<String> NAMES =
      List.of(
          "Argument",
          "ArrayContract",
          "Axis",
          "Call",
          "Casting",
          "DType",
          "Deprecated",
          "Dispatch",
          "Float32Array",
          "Generated",
          "Math",
          "MethodContract",
          "NumpyArray",
          "NumpyArrays",
          "Objects",
          "Order",
          "Override",
          "PyTorch",
          "Shape",
          "String",
          "SuppressWarnings",
          "TFloat32",
          "TType",
          "Tensor",
          "TensorFlow",
          "Use");

  private static final String DISTANCES =
      """
      package app;

      @dev.ndbind.annotation.AcceptsNumpy
      public interface Distances {
        /** Mean. */
        @java.lang.Deprecated
        double mean(
            @dev.ndbind.annotation.Layout(value = "n 2*n", order = dev.ndbind.annotation.Order.C)
                dev.ndbind.Float32Array x,
            java.lang.String name);

        double sum(dev.ndbind.Float32Array x, java.util.List<?> y);
        double sum(dev.ndbind.Float64Array x, java.util.List<?> y);
      }
      """;

  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name + ".java"), text);
  }

  @ParameterizedTest
  @EnumSource
  void writesTheSameWhateverElseIsInThePackage(TestCompiler compiler) throws IOException {
    List<Path> sources = new ArrayList<>(List.of(write("Distances", DISTANCES)));
    Map<String, String> alone = compiler.compile(directory.resolve("alone"), sources).files();
    for (String name : NAMES) {
      sources.add(write(name, "package app; final class " + name + " {}"));
    }
    TestCompiler.Outcome together = compiler.compile(directory.resolve("together"), sources);
    assertThat(together.errors()).isEmpty();
    assertThat(together.files()).isEqualTo(alone).hasSize(2);
  }

  /** Runs the processor and writes down which classes it looks for by name. */
  private static final class Watching extends AbstractProcessor {
    private final NumpyProcessor processor = new NumpyProcessor();
    final Set<String> lookedFor = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Elements elements = watched(Elements.class, environment.getElementUtils());
      processor.init(
          (ProcessingEnvironment)
              Proxy.newProxyInstance(
                  Watching.class.getClassLoader(),
                  new Class<?>[] {ProcessingEnvironment.class},
                  (_, method, arguments) ->
                      method.getName().equals("getElementUtils")
                          ? elements
                          : method.invoke(environment, arguments)));
    }

    private <T> T watched(Class<T> type, T target) {
      return type.cast(
          Proxy.newProxyInstance(
              Watching.class.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> {
                if (method.getName().startsWith("getTypeElement")) {
                  lookedFor.add(arguments[arguments.length - 1].toString());
                }
                assertThat(method.getName()).isNotIn("getPackageElement", "getAllTypeElements");
                try {
                  return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }

  @Test
  void looksForNothingButWhatTheClassNamesAndTheBridges() throws IOException {
    Watching watching = new Watching();
    Path neighbour = write("Neighbour", "package app; final class Neighbour {}");
    assertThat(
            TestCompiler.JAVAC
                .compile(
                    directory.resolve("out"),
                    List.of(write("Distances", DISTANCES), neighbour),
                    List.of(watching))
                .errors())
        .isEmpty();
    Set<String> others =
        watching.lookedFor.stream()
            .filter(name -> !name.startsWith("org.tensorflow.types."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(others)
        .containsExactly(
            "ai.onnxruntime.OnnxTensor",
            "app.Distances",
            "dev.ndbind.onnx.Onnx",
            "dev.ndbind.pytorch.PyTorch",
            "dev.ndbind.tensorflow.TensorFlow",
            "java.lang.Object",
            "javax.annotation.processing.Generated",
            "org.bytedeco.pytorch.Tensor");
  }
}
