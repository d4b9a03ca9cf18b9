package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

class LeakTest {
  private static final int ROUND_TRIPS = 100_000;
  private static final int CHECKED_EACH = 1_000;

  /** Leaks of 64 KiB each would come to 6 GiB; of handles, to 1000 between two looks. */
  @Test
  void roundTripsLeakNothing() {
    try (TFloat32 points = TensorFlow.tensor(Float32Array.zeros(128, 128))) {
      PointsAdapter.same(points).close();
      long handles = Pointer.totalCount();
      long bytes = Pointer.physicalBytes();

      for (int trip = 1; trip <= ROUND_TRIPS; trip++) {
        PointsAdapter.same(points).close();
        if (trip % CHECKED_EACH == 0) {
          assertThat(Pointer.totalCount()).isLessThanOrEqualTo(handles);
        }
      }

      assertThat(Pointer.physicalBytes() - bytes).isLessThan(500L << 20);
      assertThat(References.count(points)).isEqualTo(1);
    }
  }

  @Test
  void viewsGiveTheirReferencesBack() {
    try (TFloat32 points = TensorFlow.tensor(Float32Array.zeros(3))) {
      for (int view = 0; view < CHECKED_EACH; view++) {
        assertThat(TensorFlow.view(points, Float32Array.class).get(0)).isZero();
      }
      assertThat(References.collectUntil(() -> References.count(points) == 1)).isTrue();
    }
  }
}
