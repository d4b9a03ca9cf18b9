package dev.ndbind.onnx;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Programs that crash if memory in use is freed: large blocks are unmapped then. */
class LifetimeTest {
  private static void run(Class<?> program) throws IOException, InterruptedException {
    ChildJvm.of(program, "-Xmx512m").environment("MALLOC_MMAP_THRESHOLD_", "65536").run();
  }

  @Test
  void memoryOutlivesTensorsAndSessions() throws IOException, InterruptedException {
    run(ClosingProgram.class);
  }

  @Test
  void tensorsMayBeClosedDuringCalls() throws IOException, InterruptedException {
    run(RacingProgram.class);
  }
}
