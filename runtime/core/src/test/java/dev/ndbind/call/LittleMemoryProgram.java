package dev.ndbind.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.memory.Budget;
import java.lang.reflect.Array;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Converts more than 64 MiB of native memory can hold. */
final class LittleMemoryProgram {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract Y = ArrayContract.of("y", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract CONSTANT = X.reuse(Reuse.CONSTANT);
  private static final ArrayContract WRITTEN =
      ArrayContract.of("out", DType.FLOAT64).casting(Casting.SAME_KIND).use(Use.WRITE_BACK);

  /** Elements whose copies have 40 MiB: one fits, two do not. */
  private static final int LARGE = 5 << 20;

  private static final long MIB = 1 << 20;

  private LittleMemoryProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    aCallThatFindsNoMemoryLeavesNothingBehind();
    aMethodThatFindsNoMemoryLeavesNothingBehind();
    anArrayFits();
    anArrayFits();
    collect();
    rememberedCopiesMakeRoomForConversions();
    rememberedCopiesMakeRoomForArrays();
    collect();
    rememberedCopiesInUseStay();
    javaArraysSayWhatDidNotFit();
    whatIsWrittenBackNeedsNoMoreMemory();
  }

  /** A tensor that takes no memory itself: all of its elements are one. */
  private static TestTensor tensor(int size, float value) {
    Float32Array one = Float32Array.of(new float[] {value});
    return TestTensor.strided(one, new long[] {size}, new long[] {0});
  }

  private static void aCallThatFindsNoMemoryLeavesNothingBehind() {
    for (int i = 0; i < 5; i++) {
      TestTensor fits = tensor(LARGE, 1);
      TestTensor tooMuch = tensor(LARGE, 2);
      TestTensor written = TestTensor.of(Float32Array.of(new float[] {1, 2, 3}));
      try (Call call = METHOD.begin()) {
        Argument out = call.argument(WRITTEN, written);
        Argument x = call.argument(X, fits);
        Argument y = call.argument(Y, tooMuch);
        call.check();
        out.as(Float64Array.class).set(0, 9);
        assertThat(x.as(Float64Array.class).get(LARGE - 1)).isEqualTo(1);
        assertThatThrownBy(() -> y.as(Float64Array.class))
            .isInstanceOf(OutOfMemoryError.class)
            .hasMessageStartingWith(
                "A.f: y would be copied (41943040 bytes), and there is no memory for that: ");
      }
      assertThat(fits.events).containsExactly("release");
      assertThat(tooMuch.events).containsExactly("release");
      assertThat(written.events).containsExactly("release");
      assertThat(((Float32Array) written.array).toArray()).containsExactly(1, 2, 3);
      assertThat(convert(X, tensor(LARGE, 3))).isEqualTo(3);
    }
    assertThat(Budget.SHARED.taken()).isLessThan(10 * MIB);
  }

  /** The first of a tensor's elements, as a method sees it. */
  private static double convert(ArrayContract contract, TestTensor tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      return argument.as(Float64Array.class).get(0);
    }
  }

  private static void aMethodThatFindsNoMemoryLeavesNothingBehind() {
    TestTensor tensor = tensor(LARGE, 1);
    TestTensor written = TestTensor.of(Float32Array.of(new float[] {1, 2, 3}));
    try (Call call = METHOD.begin()) {
      Argument out = call.argument(WRITTEN, written);
      Argument x = call.argument(X, tensor);
      call.check();
      out.as(Float64Array.class).set(0, 9);
      Float64Array array = x.as(Float64Array.class);
      assertFindsNoMemory(array::copy);
      assertFindsNoMemory(() -> NumpyArrays.keep(array));
      assertFindsNoMemory(() -> Float64Array.zeros(LARGE));
      assertThat(array.get(LARGE - 1)).isEqualTo(1);
    }
    assertThat(tensor.events).containsExactly("release");
    assertThat(((Float32Array) written.array).toArray()).containsExactly(1, 2, 3);
  }

  /** Also after another one that nobody reaches any more. */
  private static void anArrayFits() {
    assertThat(Float64Array.zeros(LARGE).get(LARGE - 1)).isZero();
  }

  /** Remembered copies would be given up before arrays that nobody reaches. */
  private static void collect() throws InterruptedException {
    while (Budget.SHARED.taken() > 10 * MIB) {
      System.gc();
      Thread.sleep(10);
    }
  }

  private static void assertFindsNoMemory(ThrowingCallable allocation) {
    assertThatThrownBy(allocation)
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage(
            "41943040 bytes of native memory are in use, 41943040 more are asked for, and"
                + " -XX:MaxDirectMemorySize allows 67108864");
  }

  private static TestTensor remembered(ReuseStore store, int size, float value) {
    TestTensor tensor = tensor(size, value);
    tensor.identity = TestTensor.addressOf(tensor.array);
    assertThat((double) store.call(() -> convert(CONSTANT, tensor))).isEqualTo(value);
    return tensor;
  }

  private static void rememberedCopiesMakeRoomForConversions() {
    try (ReuseStore store = ReuseStore.ofBytes(1 << 30)) {
      TestTensor first = remembered(store, LARGE / 2, 1);
      TestTensor second = remembered(store, LARGE / 2, 2);
      assertThat(store.statistics().copies()).isEqualTo(2);
      assertThat(Budget.SHARED.taken()).isEqualTo(40 * MIB);
      assertThat(convert(X, tensor(LARGE, 3))).isEqualTo(3);
      assertThat(store.statistics().copies()).isZero();
      assertThat(first.count("anchor released")).isEqualTo(1);
      assertThat(second.count("anchor released")).isEqualTo(1);
    }
  }

  private static void rememberedCopiesMakeRoomForArrays() {
    try (ReuseStore store = ReuseStore.ofBytes(1 << 30)) {
      remembered(store, LARGE / 2, 1);
      remembered(store, LARGE / 2, 2);
      anArrayFits();
      assertThat(store.statistics().copies()).isZero();
    }
  }

  private static void rememberedCopiesInUseStay() {
    try (ReuseStore store = ReuseStore.ofBytes(1 << 30);
        Call call = METHOD.begin()) {
      TestTensor first = remembered(store, LARGE, 1);
      Argument argument = call.argument(CONSTANT, first);
      call.check();
      Float64Array array = store.call(() -> argument.as(Float64Array.class));
      assertThat(store.statistics().hits()).isEqualTo(1);
      assertThatThrownBy(() -> convert(X, tensor(LARGE, 2))).isInstanceOf(OutOfMemoryError.class);
      assertThat(store.statistics().copies()).isZero();
      assertThat(array.get(0)).isEqualTo(1);
      assertThat(array.get(LARGE - 1)).isEqualTo(1);
    }
  }

  private static void javaArraysSayWhatDidNotFit() {
    assertDoesNotFit(ArrayContract.of("x", DType.FLOAT32), float[].class, Float.BYTES);
    assertDoesNotFit(X, double[].class, Double.BYTES);
  }

  private static void assertDoesNotFit(ArrayContract contract, Class<?> type, long itemsize) {
    int size = 20 << 20; // At least 80 MiB, which neither the heap nor native memory has.
    TestTensor tensor = tensor(size, 1);
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract.javaArray(), tensor);
      call.check();
      assertThatThrownBy(() -> argument.as(type))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessageStartingWith(
              "A.f: x would be copied (%d bytes), and there is no memory for that: "
                  .formatted(size * itemsize));
    }
    assertThat(tensor.events).containsExactly("release");
  }

  /** So that what a method has written is never brought back by half. */
  private static void whatIsWrittenBackNeedsNoMoreMemory() {
    ArrayContract floats = ArrayContract.of("out", DType.FLOAT32).use(Use.WRITE_BACK);
    assertIsWrittenBack(floats.javaArray(), float[].class, 40);
    assertIsWrittenBack(WRITTEN.javaArray(), double[].class, 32);
  }

  private static void assertIsWrittenBack(ArrayContract contract, Class<?> type, int others) {
    Float32Array memory = Float32Array.zeros(LARGE / 2);
    TestTensor tensor = TestTensor.of(memory);
    try (Call call = METHOD.begin();
        Call other = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      Array.set(argument.as(type), 1, 5);
      Argument rest = other.argument(X, tensor(others << 17, 1)); // Of 8 bytes each: MiB.
      other.check();
      assertThat(rest.as(Float64Array.class).get(0)).isEqualTo(1);
      assertThat(Budget.SHARED.taken()).isGreaterThan(59 * MIB);
      call.complete();
    }
    assertThat(memory.get(1)).isEqualTo(5);
  }
}
