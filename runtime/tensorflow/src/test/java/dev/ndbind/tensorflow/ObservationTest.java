package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.CopyStatistics;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What is copied of tensors can be seen. */
class ObservationTest {
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract DOUBLES =
      ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);

  @TempDir private Path directory;

  private static double first(TInt32 tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(DOUBLES, TensorFlow.describe(tensor));
      call.check();
      return argument.as(Float64Array.class).get(0);
    }
  }

  private List<RecordedEvent> during(Runnable program) throws Exception {
    Path file = directory.resolve("conversions.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.ndbind.Conversion").withoutThreshold();
      recording.start();
      program.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  @Test
  void recordingsTellWhatWasViewedAndCopied() throws Exception {
    try (TInt32 ints = TInt32.vectorOf(7, 8);
        TFloat32 points = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 2}, {3, 4}}))) {
      CopyStatistics before = Copies.statistics();
      List<RecordedEvent> events =
          during(() -> {
            first(ints);
            PointsAdapter.gram(points).close();
          });
      assertThat(Copies.statistics().minus(before))
          .isEqualTo(new CopyStatistics(0, 1, 0, 0, 1, 32));
      assertThat(events)
          .allMatch(event -> event.getString("framework").equals("TensorFlow"))
          .extracting(
              event -> event.getString("method"),
              event -> event.getString("decision"),
              event -> event.getString("shape"),
              event -> event.getLong("bytes"))
          .containsExactly(
              tuple("Kernel.run", "CAST", "(2,)", 16L),
              tuple("Points.gram", "VIEW", "(2, 2)", 0L),
              tuple("TensorFlow.tensor", "COPY", "(2, 2)", 16L));
    }
  }

  @Test
  void aForbiddenCopyIsNotMade() {
    try (TInt32 tensor = TInt32.vectorOf(7, 8)) {
      CopyStatistics before = Copies.statistics();
      assertThatThrownBy(() -> Copies.forbid(() -> first(tensor)))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("x would be copied (16 bytes)")
          .hasMessageContaining("int32 is cast to float64");
      assertThat(Copies.statistics()).isEqualTo(before);
      assertThat(References.count(tensor)).isEqualTo(1);
    }
  }
}
