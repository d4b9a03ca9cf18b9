package dev.ndbind.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a flight recording has about one conversion. */
record Recorded(
    String method,
    String parameter,
    String framework,
    String dtype,
    String targetDtype,
    String shape,
    long bytes,
    String decision,
    String reason) {

  static final String EVENT = "dev.ndbind.Conversion";

  /** All conversions of a program, in order. */
  static List<Recorded> during(Runnable program) throws IOException {
    return events(program).stream().map(Recorded::of).toList();
  }

  static List<RecordedEvent> events(Runnable program) throws IOException {
    Path file = Files.createTempFile("conversions", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).withoutThreshold();
      recording.start();
      program.run();
      recording.stop();
      recording.dump(file);
      return RecordingFile.readAllEvents(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Recorded of(RecordedEvent event) {
    return new Recorded(
        event.getString("method"),
        event.getString("parameter"),
        event.getString("framework"),
        event.getString("dtype"),
        event.getString("targetDtype"),
        event.getString("shape"),
        event.getLong("bytes"),
        event.getString("decision"),
        event.getString("reason"));
  }

  Plan plan() {
    return new Plan(parameter, Plan.Step.valueOf(decision), reason, bytes);
  }
}
