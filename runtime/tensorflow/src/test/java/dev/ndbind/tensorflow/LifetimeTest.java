package dev.ndbind.tensorflow;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Programs that crash if memory in use is freed. */
class LifetimeTest {
  private static void run(Class<?> program) throws IOException, InterruptedException {
    UnmappingJvm.of(program, "-Xmx512m").run();
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
