package dev.ndbind.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.ndbind.Float32Array;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaks of 64 KiB each would come to more than a GiB. */
class LeakTest {
  private static final int TRIPS = 20_000;
  private static final long BYTES_A_TRIP = 128 * 128 * Float.BYTES;
  private static final long MOST_BYTES = TRIPS * BYTES_A_TRIP / 4;
  private static final Path STATUS = Path.of("/proc/self/statm");

  @BeforeEach
  void needsLinux() {
    assumeTrue(Files.isReadable(STATUS), "Linux tells of the memory of a process");
  }

  private static long residentBytes() throws IOException {
    return Long.parseLong(Files.readString(STATUS).split(" ", -1)[1]) * 4096;
  }

  private interface Trip {
    void run() throws OrtException;
  }

  private static void assertNoLeak(Trip trip) throws OrtException, IOException {
    for (int warm = 0; warm < TRIPS / 10; warm++) {
      trip.run();
    }
    System.gc();
    long before = residentBytes();
    for (int i = 0; i < TRIPS; i++) {
      trip.run();
    }
    System.gc();
    assertThat(residentBytes() - before).isLessThan(MOST_BYTES);
  }

  @Test
  void callsLeakNothing() throws OrtException, IOException {
    try (OnnxTensor points = Onnx.tensor(Float32Array.zeros(128, 128))) {
      assertNoLeak(() -> PointsAdapter.same(points).close());
    }
  }

  @Test
  void viewsOfResultsLeakNothing() throws OrtException, IOException {
    SessionOptions options = new SessionOptions();
    options.setCPUArenaAllocator(false); // Each result has memory of its own.
    try (OrtSession session = Model.identity(Model.FLOAT, options);
        OnnxTensor points = Onnx.tensor(Float32Array.zeros(128, 128))) {
      assertNoLeak(() -> {
        try (OnnxTensor y = Tensors.output(session, points)) {
          assertThat(Onnx.view(y, Float32Array.class).get(0, 0)).isZero();
        }
      });
    }
  }
}
