package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.NumpyArrays;
import dev.ndbind.call.TensorDescription;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tensors that a method makes of its arguments, and that outlive the call. */
class ArgumentTest {
  /** What an adapter does. */
  private static long exported(Use use, TensorDescription given, List<Float32Array> kept) {
    ArrayContract contract = ArrayContract.of("x", DType.FLOAT32).use(use);
    try (Call call = MethodContract.of("Methods.export").begin()) {
      Argument argument = call.argument(contract, given);
      call.check();
      Float32Array array = argument.as(Float32Array.class);
      kept.add(array);
      return DLPack.export(array);
    }
  }

  private static void assertKept(Use use, boolean isShared) {
    Float32Array own = Float32Array.of(new float[] {1, 2, 3});
    List<Float32Array> kept = new ArrayList<>();
    long tensor = exported(use, NumpyArrays.describe(own), kept);
    assertThatThrownBy(() -> kept.getFirst().get(0)).isInstanceOf(IllegalStateException.class);
    own.set(0, 8);
    Float32Array taken = DLPack.take(tensor, Float32Array.class);
    assertThat(taken.toArray()).containsExactly(isShared ? 8 : 1, 2, 3);
    assertThat(taken.isWritable()).isEqualTo(use != Use.READ);
    own.free();
    assertThat(taken.get(2)).isEqualTo(3);
    taken.free();
    assertThat(Waiting.areAllDeleted()).isTrue();
  }

  @Test
  void theCallersMemoryIsHeld() {
    assertKept(Use.READ, true);
    assertKept(Use.WRITE, true);
  }

  @Test
  void aCopyOfTheCallIsHeld() {
    assertKept(Use.COPY, false);
  }

  /** No reference keeps an arena from being closed. */
  @Test
  void segmentsAreCopied() {
    List<Float32Array> kept = new ArrayList<>();
    long tensor;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3);
      tensor = exported(Use.READ, NumpyArrays.describe(segment, DType.FLOAT32), kept);
    }
    assertThat(Foreign.read(tensor, true, "flags")).isEqualTo(2);
    assertThat(DLPack.take(tensor, Float32Array.class).toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void segmentsOfArenasThatAreNeverClosedAreShared() {
    MemorySegment segment = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3);
    List<Float32Array> kept = new ArrayList<>();
    long tensor = exported(Use.READ, NumpyArrays.describe(segment, DType.FLOAT32), kept);
    assertThat(Foreign.read(tensor, true, "data")).isEqualTo(segment.address());
    DLPack.delete(tensor);
  }
}
