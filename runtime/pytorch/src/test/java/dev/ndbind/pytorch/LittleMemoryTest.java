package dev.ndbind.pytorch;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where there is hardly any memory, calls fail with a clear error and leave nothing behind. */
class LittleMemoryTest {
  @Test
  void whatDoesNotFitFailsAndLeavesNothingBehind() throws IOException, InterruptedException {
    ChildJvm.of(
            LittleMemoryProgram.class,
            "-Xmx64m",
            "-XX:MaxDirectMemorySize=64m",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=600m")
        .run();
  }
}
