package dev.ndbind.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The adapters of the examples, as they are reviewed. {@code -Dndbind.golden=write} rewrites the
 * files.
 */
class GoldenAdaptersTest {
  private static final Path GENERATED =
      Path.of("target", "generated-sources", "annotations", "dev", "ndbind", "examples");
  private static final Path GOLDEN = Path.of("src", "test", "golden");

  @ParameterizedTest
  @MethodSource("adapters")
  void generatedAdapterIsAsReviewed(String name) throws IOException {
    String generated = Files.readString(GENERATED.resolve(name));
    Path golden = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("ndbind.golden"))) {
      Files.writeString(golden, generated);
    }
    assertThat(generated).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyExampleHasAnAdapter() {
    assertThat(adapters())
        .containsExactly(
            "ChangingDataAdapter.java",
            "LargeTensorAdapter.java",
            "PyTorchViewAdapter.java",
            "SceneAdapter.java",
            "TensorFlowViewAdapter.java");
  }

  static List<String> adapters() {
    try (Stream<Path> files = Files.list(GENERATED)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
