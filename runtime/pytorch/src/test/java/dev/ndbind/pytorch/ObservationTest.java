package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.CopyStatistics;
import dev.ndbind.Float32Array;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied of tensors can be seen. */
class ObservationTest {
  @TempDir private Path directory;

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
    Tensor tensor = Tensors.counting(2, 3);
    Float32Array readOnly = PyTorch.view(tensor, Float32Array.class);
    CopyStatistics before = Copies.statistics();
    List<RecordedEvent> events =
        during(() -> {
          DemoAdapter.sum(tensor.t());
          DemoAdapter.weigh(tensor.t());
          DemoAdapter.markBack(tensor);
          PyTorch.tensor(readOnly).close();
        });
    assertThat(Copies.statistics().minus(before))
        .isEqualTo(new CopyStatistics(1, 1, 0, 1, 1, 48 + 3 * 24));
    assertThat(events)
        .allMatch(event -> event.getString("framework").equals("PyTorch"))
        .extracting(
            event -> event.getString("method"),
            event -> event.getString("decision"),
            event -> event.getString("shape"),
            event -> event.getLong("bytes"))
        .containsExactly(
            tuple("Demo.sum", "VIEW", "(3, 2)", 0L),
            tuple("Demo.weigh", "CAST", "(3, 2)", 48L),
            tuple("Demo.markBack", "COPY", "(2, 3)", 24L),
            tuple("Demo.markBack", "COPY", "(2, 3)", 24L),
            tuple("PyTorch.tensor", "COPY", "(2, 3)", 24L));
  }

  @Test
  void aForbiddenCopyLeavesTheTensorUntouched() {
    Tensor tensor = Tensors.counting(2, 3);
    CopyStatistics before = Copies.statistics();
    assertThatThrownBy(() -> Copies.forbid(() -> DemoAdapter.markBack(tensor)))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("Demo.markBack: rows would be copied (24 bytes)");
    assertThatThrownBy(() -> Copies.forbid(() -> DemoAdapter.weigh(tensor.t())))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("float32 is cast to float64");
    assertThat(Copies.statistics()).isEqualTo(before);
    assertThat(tensor._version()).isZero();
    assertThat(DemoAdapter.sum(tensor)).isEqualTo(15);
  }
}
