package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither side loses memory that it has, and none is lost for ever. */
class StressTest {
  private static String run(String mode) throws Exception {
    return ChildJvm.of(
            StressProgram.class,
            "-Xmx512m",
            "-Dndbind.checked=true",
            "-Dndbind.cache=" + System.getProperty("ndbind.cache"))
        .arguments(mode)
        .environment("MALLOC_PERTURB_", "165")
        .run();
  }

  @Test
  void memoryLastsAsLongAsItIsNeeded() throws Exception {
    assertThat(run("right")).isEmpty();
  }

  /** The controls: a deleter that is called too early is noticed. */
  @ParameterizedTest
  @ValueSource(strings = {"export-deleted", "import-deleted"})
  void memoryThatIsDeletedEarlyIsNoticed(String mode) {
    assertThatThrownBy(() -> run(mode))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ended with " + StressProgram.POISONED);
  }
}
