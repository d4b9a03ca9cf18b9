package dev.ndbind.call;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dndbind.checked=true} finds what the JVM's own compilers hide. */
class CheckedModeTest {
  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void usesAfterTheCallAreFound(String checked) throws IOException, InterruptedException {
    ChildJvm.of(CheckedProgram.class, "-Xmx128m", "-Dndbind.checked=" + checked).run();
  }
}
