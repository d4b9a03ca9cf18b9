package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

/** Parameters and arguments that are memory segments. */
class SegmentArgumentTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT32).order(Order.C);

  private static MemorySegment convert(Call call, ArrayContract x, TensorDescription tensor) {
    Argument argument = call.argument(x, tensor);
    call.check();
    return argument.as(MemorySegment.class);
  }

  private static void assertRefused(ArrayContract x, MemorySegment segment, String message) {
    try (Call call = METHOD.begin()) {
      assertThatThrownBy(() -> convert(call, x, NumpyArrays.describe(segment, FLOAT32)))
          .isInstanceOf(ContractException.class)
          .hasMessage("A.f: x " + message);
    }
  }

  @Test
  void viewsNativeMemoryForTheCall() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment own = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3);
      MemorySegment seen;
      try (Call call = METHOD.begin()) {
        seen = convert(call, X, NumpyArrays.describe(own, FLOAT32));
        assertThat(seen.address()).isEqualTo(own.address());
        assertThat(seen.byteSize()).isEqualTo(12);
        assertThat(seen.isReadOnly()).isTrue();
      }
      assertThatIllegalStateException().isThrownBy(() -> seen.get(ValueLayout.JAVA_FLOAT, 0));
      assertThat(own.getAtIndex(ValueLayout.JAVA_FLOAT, 2)).isEqualTo(3);
      try (Call call = METHOD.begin()) {
        MemorySegment written = convert(call, X.use(Use.WRITE), NumpyArrays.describe(own, FLOAT32));
        written.setAtIndex(ValueLayout.JAVA_FLOAT, 1, 20);
      }
      assertThat(own.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(1, 20, 3);
    }
  }

  @Test
  void tensorsInOtherOrdersAreCopied() {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    try (Call call = METHOD.begin()) {
      MemorySegment seen = convert(call, X, TestTensor.of(array.transpose()));
      assertThat(seen.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(seen.isReadOnly()).isTrue();
    }
  }

  @Test
  void refusesWhatIsNotNativeMemoryOfThisThread() throws InterruptedException {
    assertRefused(
        X, MemorySegment.ofArray(new float[3]), "is a heap segment; copy it to native memory");
    try (Arena arena = Arena.ofConfined()) {
      assertRefused(X, arena.allocate(10), "has 10 bytes, which is no multiple of a float32");
      MemorySegment confined = arena.allocate(12);
      Thread other =
          Thread.ofPlatform()
              .start(() -> assertRefused(X, confined, "is confined to another thread"));
      Throwable[] failure = new Throwable[1];
      other.setUncaughtExceptionHandler((_, thrown) -> failure[0] = thrown);
      other.join();
      assertThat(failure[0]).isNull();
      assertRefused(
          X.use(Use.WRITE), confined.asReadOnly(), "cannot be written: the segment is read-only");
    }
  }

  @Test
  void refusesMemoryThatHasBeenClosed() {
    MemorySegment closed;
    try (Arena arena = Arena.ofConfined()) {
      closed = arena.allocate(12);
    }
    try (Call call = METHOD.begin()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> call.argument(X, NumpyArrays.describe(closed, FLOAT32)))
          .withMessage("A.f: x belongs to an arena that has been closed");
    }
  }

  @Test
  void copiesMisalignedMemoryThatIsReadAndRefusesTheRest() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment odd = arena.allocate(16, 8).asSlice(2, 8);
      odd.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4, 2.5f);
      try (Call call = METHOD.begin()) {
        MemorySegment seen = convert(call, X, NumpyArrays.describe(odd, FLOAT32));
        assertThat(seen.get(ValueLayout.JAVA_FLOAT, 4)).isEqualTo(2.5f);
      }
      String message = "is not aligned to its element size, and use %s never copies";
      assertRefused(X.use(Use.VIEW), odd, message.formatted("VIEW"));
      assertRefused(X.use(Use.WRITE), odd, message.formatted("WRITE"));
      try (Call call = METHOD.begin()) {
        convert(call, X.use(Use.WRITE_BACK), NumpyArrays.describe(odd, FLOAT32))
            .set(ValueLayout.JAVA_FLOAT, 0, 1.5f);
        call.complete();
      }
      assertThat(odd.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 0)).isEqualTo(1.5f);
    }
  }

  @Test
  void nullIsNoSegment() {
    assertThat(NumpyArrays.describe((MemorySegment) null, FLOAT32)).isNull();
    assertThat(NumpyArrays.describe(null)).isNull();
  }
}
