package dev.ndbind.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that crash if memory in use is freed. */
class LifetimeTest {
  @TempDir Path directory;

  @Test
  void memoryOutlivesTensorsAndSessions() throws IOException, InterruptedException {
    ChildJvm.run(ClosingProgram.class, directory);
  }

  @Test
  void tensorsMayBeClosedDuringCalls() throws IOException, InterruptedException {
    ChildJvm.run(RacingProgram.class, directory);
  }

  @Test
  void resultsOfGraphsAreSeen() throws IOException, InterruptedException {
    ChildJvm.run(GraphProgram.class, directory);
  }
}
