package dev.ndbind.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ndbind.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PyTorch, TensorFlow and NumPy in one process, whichever comes first. */
class LoadOrderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch tensorflow numpy",
        "torch numpy tensorflow",
        "tensorflow torch numpy",
        "tensorflow numpy torch",
        "numpy torch tensorflow",
        "numpy tensorflow torch",
      })
  void embedded(String order) throws Exception {
    assertThat(ChildJvm.of(LoadOrderProgram.class).arguments(order.split(" ")).run())
        .contains("all right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tensorflow /usr/bin/python3 torch", "/usr/bin/python3 tensorflow torch"})
  void theUsersOwn(String order) throws Exception {
    assumeNumpy();
    embedded(order);
  }

  /** Debian's NumPy shares with PyTorch's library the name of OpenBLAS, but not its release. */
  @Test
  void numpyRefusesTheOpenblasOfPyTorch() {
    assumeNumpy();
    assertThatThrownBy(() -> embedded("torch /usr/bin/python3"))
        .hasMessageContaining("PythonUnavailableException: NumPy of /usr/bin/python3 needs ")
        .hasMessageContaining("start Python before PyTorch");
  }

  private static void assumeNumpy() {
    boolean isPresent = Files.isExecutable(Path.of("/usr/bin/python3"));
    assumeTrue(isPresent && System.getenv("CI") != null, "CI installs NumPy");
  }
}
