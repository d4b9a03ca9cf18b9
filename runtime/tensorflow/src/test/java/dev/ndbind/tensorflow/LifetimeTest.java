package dev.ndbind.tensorflow;

import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Programs that crash if memory in use is freed. */
class LifetimeTest {
  /** TensorFlow unmaps large blocks of memory when they are freed: who uses them later crashes. */
  private static void run(Class<?> program) throws IOException, InterruptedException {
    ChildJvm.of(program, "-Xmx512m")
        .environment("TF_ENABLE_ONEDNN_OPTS", "0")
        .environment("MALLOC_MMAP_THRESHOLD_", "65536")
        .run();
  }

  @Test
  void memoryOutlivesTensorsAndSessions() throws IOException, InterruptedException {
    run(ClosingProgram.class);
  }

  @Test
  void tensorsMayBeClosedDuringCalls() throws IOException, InterruptedException {
    run(RacingProgram.class);
  }

  @Test
  void resultsOfGraphsAreSeen() throws IOException, InterruptedException {
    run(GraphProgram.class);
  }

  @Test
  void rememberedCopiesEndWithTheirTensors() throws IOException, InterruptedException {
    run(RememberingProgram.class);
  }
}
