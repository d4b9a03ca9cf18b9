package dev.ndbind.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.Int32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Arrays over memory that a library has, and memory that a library keeps. */
class ForeignMemoryTest {
  private static final long[] SHAPE = {3};
  private static final long[] STRIDES = {4};

  private final MemorySegment memory = Arena.global().allocateFrom(ValueLayout.JAVA_INT, 1, 2, 3);
  private final AtomicInteger releases = new AtomicInteger();

  private NumpyArray adopted(boolean writable) {
    return Views.adopt(
        DType.INT32, memory.address(), SHAPE, STRIDES, writable, releases::incrementAndGet);
  }

  @Test
  void adoptedMemoryIsLikeOwn() {
    Int32Array array = (Int32Array) adopted(true);
    array.set(1, 5);
    assertThat(array.toString()).isEqualTo("[1 5 3]");
    assertThat(ArrayExport.of(array).isShareable()).isTrue();
    assertThat(ArrayExport.of(adopted(false)).isShareable()).isFalse();
  }

  @Test
  void adoptedMemoryIsReleasedOnce() {
    NumpyArray array = adopted(true);
    Runnable giveBack = ArrayExport.of(array).lend();
    array.free();
    assertThatIllegalStateException().isThrownBy(array::copy);
    assertThat(releases).hasValue(0);
    giveBack.run();
    assertThat(releases).hasValue(1);
    array.free();
    assertThat(releases).hasValue(1);
  }

  @Test
  void sharedMemoryIsNobodysToFreeOrShare() {
    NumpyArray array =
        Views.over(DType.INT32, memory.address(), SHAPE, STRIDES, true, new Object());
    assertThat(array.isWritable()).isTrue();
    assertThat(ArrayExport.of(array).isShareable()).isFalse();
    assertThatThrownBy(array::free).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void classesTellTheirDtype() {
    assertThat(Views.dtype(Float32Array.class)).isEqualTo(DType.FLOAT32);
    assertThat(Views.dtype(NumpyArray.class)).isNull();
  }

  @Test
  void onlyWhatIsHeldCanBeLent() {
    assertThat(ArrayExport.of(adopted(true)).isLendable()).isTrue();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment own = arena.allocateFrom(ValueLayout.JAVA_INT, 1, 2, 3);
      assertThat(isLendable(NumpyArrays.describe(own, DType.INT32), Use.READ)).isFalse();
      assertThat(isLendable(NumpyArrays.describe(own, DType.INT32), Use.COPY)).isTrue();
    }
    assertThat(isLendable(NumpyArrays.describe(memory, DType.INT32), Use.WRITE)).isTrue();
    assertThat(isLendable(NumpyArrays.describe(adopted(true)), Use.READ)).isTrue();
  }

  private static boolean isLendable(TensorDescription tensor, Use use) {
    try (Call call = MethodContract.of("A.f").begin()) {
      Argument argument = call.argument(ArrayContract.of("x", DType.INT32).use(use), tensor);
      call.check();
      NumpyArray array = argument.as(NumpyArray.class);
      return ArrayExport.of(array).isLendable() && ArrayExport.of(array.flip(0)).isLendable();
    }
  }

  @Test
  void whatIsLentOutlivesItsCall() {
    NumpyArray array = adopted(true);
    Runnable giveBack;
    try (Call call = MethodContract.of("A.f").begin()) {
      Argument argument =
          call.argument(ArrayContract.of("x", DType.INT32), NumpyArrays.describe(array));
      call.check();
      giveBack = ArrayExport.of(argument.as(NumpyArray.class)).lend();
    }
    array.free();
    assertThat(releases).hasValue(0);
    giveBack.run();
    assertThat(releases).hasValue(1);
  }
}
