package dev.ndbind.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The adapters of the examples and their copy plans, as they are reviewed. {@code
 * -Dndbind.golden=write} rewrites the files.
 */
class GoldenAdaptersTest {
  private static final Path ADAPTERS =
      Path.of("target", "generated-sources", "annotations", "dev", "ndbind", "examples");
  private static final Path PLANS = Path.of("target", "classes", "META-INF", "ndbind");
  private static final Path GOLDEN = Path.of("src", "test", "golden");

  @ParameterizedTest
  @MethodSource("generated")
  void whatIsGeneratedIsAsReviewed(Path generated) throws IOException {
    String text = Files.readString(generated);
    Path golden = GOLDEN.resolve(name(generated));
    if ("write".equals(System.getProperty("ndbind.golden"))) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** Plans have the whole name of their adapter. */
  private static String name(Path generated) {
    return generated.getFileName().toString().replace("dev.ndbind.examples.", "");
  }

  @Test
  void everyExampleHasAnAdapterAndAPlan() {
    assertThat(generated().stream().map(GoldenAdaptersTest::name))
        .containsExactly(
            "ChangingDataAdapter.java",
            "ConvertedOnceAdapter.java",
            "LargeTensorAdapter.java",
            "NumpyAdapter.java",
            "Numpy_LinalgAdapter.java",
            "PyTorchViewAdapter.java",
            "SceneAdapter.java",
            "SentencesAdapter.java",
            "SmoothedScene_FiltersAdapter.java",
            "TensorFlowViewAdapter.java",
            "VegetationAdapter.java",
            "ChangingDataAdapter.json",
            "ConvertedOnceAdapter.json",
            "LargeTensorAdapter.json",
            "NumpyAdapter.json",
            "Numpy_LinalgAdapter.json",
            "PyTorchViewAdapter.json",
            "SceneAdapter.json",
            "SentencesAdapter.json",
            "SmoothedScene_FiltersAdapter.json",
            "TensorFlowViewAdapter.json",
            "VegetationAdapter.json");
  }

  static List<Path> generated() {
    return Stream.of(ADAPTERS, PLANS).flatMap(directory -> files(directory).stream()).toList();
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
