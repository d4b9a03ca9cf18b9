package dev.ndbind.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.testing.ChildJvm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that convert before a recording is started, or without one, in JVMs of their own. */
class LateRecordingTest {
  private static final String EVERY_CONVERSION = "+dev.ndbind.Conversion#threshold=0ms";

  @TempDir Path folder;

  @Test
  void withoutARecordingTheRecorderIsNotLoaded() throws Exception {
    assertThat(ChildJvm.of(Program.class, "-Xlog:class+load").arguments("none").run())
        .contains("jdk.jfr.FlightRecorder")
        .doesNotContain("jdk.jfr.internal");
  }

  @Test
  void aRecordingThatStartsWithTheProgramHasAll() throws Exception {
    Path file = folder.resolve("all.jfr");
    String option = "-XX:StartFlightRecording:filename=%s,%s".formatted(file, EVERY_CONVERSION);
    ChildJvm.of(Program.class, option, "-Xlog:jfr*=off").arguments("none").run();
    assertThat(parameters(file)).containsExactly("early", "late");
  }

  @Test
  void aRecordingStartedByTheProgramHasWhatComesAfter() throws Exception {
    Path file = folder.resolve("api.jfr");
    ChildJvm.of(Program.class).arguments("api", file.toString()).run();
    assertThat(parameters(file)).containsExactly("late");
  }

  @Test
  void aRecordingStartedByACommandHasWhatComesAfter() throws Exception {
    Path file = folder.resolve("command.jfr");
    ChildJvm.of(Program.class).arguments("command", file.toString()).run();
    assertThat(parameters(file)).containsExactly("late");
  }

  private static List<String> parameters(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(Recorded.EVENT))
        .map((RecordedEvent event) -> event.getString("parameter"))
        .toList();
  }

  /** Converts, starts a recording as its arguments say, and converts again. */
  static final class Program {
    private static final MethodContract METHOD = MethodContract.of("A.f");

    private Program() {}

    public static void main(String[] args) throws IOException, JMException {
      convert("early");
      switch (args[0]) {
        case "api" -> recorded(Path.of(args[1]));
        case "command" -> commanded(args[1]);
        default -> convert("late");
      }
    }

    private static void recorded(Path file) throws IOException {
      try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
        recording.enable(Recorded.EVENT).withoutThreshold();
        recording.start();
        convert("late");
        recording.stop();
        recording.dump(file);
        assertThat(Files.size(file)).isPositive();
      }
    }

    /** What {@code jcmd} does. */
    private static void commanded(String file) throws JMException {
      command("jfrStart", "filename=" + file, EVERY_CONVERSION, "name=r");
      convert("late");
      command("jfrStop", "name=r");
    }

    private static void command(String name, String... arguments) throws JMException {
      Object[] parameters = {arguments};
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              name,
              parameters,
              new String[] {String[].class.getName()});
    }

    private static void convert(String parameter) {
      try (Call call = METHOD.begin()) {
        Argument argument =
            call.argument(
                ArrayContract.of(parameter, DType.FLOAT32),
                NumpyArrays.describe(Float32Array.zeros(2)));
        call.check();
        assertThat(argument.as(Float32Array.class).get(0)).isZero();
      }
    }
  }
}
