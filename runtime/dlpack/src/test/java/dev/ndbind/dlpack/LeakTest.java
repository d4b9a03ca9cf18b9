package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Views;
import dev.ndbind.testing.ChildJvm;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What was lent is given back, and what was allocated is freed. */
class LeakTest {
  /** Of 200 000 structures of 336 bytes. */
  private static final long NOTHING = 20_000_000;

  private static long growth(String mode) throws Exception {
    String printed =
        ChildJvm.of(LeakProgram.class, "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")
            .arguments(mode)
            .run();
    return Long.parseLong(printed);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void structuresAreFreed() throws Exception {
    assertThat(growth("right")).isLessThan(NOTHING);
    assertThat(growth("leaking")).isGreaterThan(NOTHING);
  }

  @Test
  void theArraysMemoryIsGivenBackWithTheTensor() {
    AtomicInteger releases = new AtomicInteger();
    Float32Array owner = Float32Array.zeros(3);
    NumpyArray array =
        Views.adopt(
            DType.FLOAT32,
            dev.ndbind.call.ArrayExport.of(owner).address(),
            new long[] {3},
            new long[] {4},
            true,
            releases::incrementAndGet);
    long first = DLPack.export(array);
    long second = DLPack.export(array);
    array.free();
    DLPack.delete(first);
    assertThat(releases).hasValue(0);
    DLPack.delete(second);
    assertThat(releases).hasValue(1);
  }
}
