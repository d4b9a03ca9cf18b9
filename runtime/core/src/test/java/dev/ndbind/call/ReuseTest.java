package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.Copies;
import dev.ndbind.CopyStatistics;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stores remember, and what they must not. */
class ReuseTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract VERSION = X.reuse(Reuse.VERSION);
  private static final ArrayContract CONSTANT = X.reuse(Reuse.CONSTANT);

  private final Float32Array memory = Float32Array.of(new float[] {1, 2, 3, 4}, 2, 2);
  private final TestTensor tensor = TestTensor.of(memory);
  private final ReuseStore store = ReuseStore.ofBytes(1 << 20);

  ReuseTest() {
    tensor.identity = 42;
    tensor.version = 0;
  }

  /** Whatever was held is given back. */
  @AfterEach
  void close() {
    store.close();
    assertThat(store.statistics().copies()).isZero();
    assertThat(store.statistics().bytes()).isZero();
    assertThat(tensor.count("anchor released"))
        .isEqualTo(tensor.moved ? 0 : tensor.count("anchor"));
  }

  private static <T> T call(
      ArrayContract contract, TensorDescription tensor, Function<Float64Array, T> method) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, tensor);
      call.check();
      return method.apply(argument.as(Float64Array.class));
    }
  }

  private double[] read(ArrayContract contract, TensorDescription x) {
    return store.call(() -> call(contract, x, Float64Array::toArray));
  }

  private double first(ArrayContract contract) {
    return read(contract, tensor)[0];
  }

  private long hits() {
    return store.statistics().hits();
  }

  @Test
  void remembersOnlyWhatTheContractAllows() {
    assertThat(first(X)).isEqualTo(1);
    assertThat(store.statistics()).isEqualTo(new ReuseStatistics(0, 0, 0, 0, 0));
    assertThat(first(VERSION)).isEqualTo(1);
    assertThat(first(VERSION)).isEqualTo(1);
    assertThat(store.statistics()).isEqualTo(new ReuseStatistics(1, 1, 0, 1, 64 + 16));
    assertThat(first(X)).isEqualTo(1);
    assertThat(hits()).isEqualTo(1);
  }

  @Test
  void aVersionThatMovedIsAnotherContent() {
    assertThat(first(VERSION)).isEqualTo(1);
    memory.set(0, 0, 9);
    assertThat(first(VERSION)).isEqualTo(1); // The counter did not see it.
    tensor.version++;
    assertThat(first(VERSION)).isEqualTo(9);
    assertThat(store.statistics().copies()).isEqualTo(1);
  }

  /** A tensor can be given other strides, or another shape, without a change of its version. */
  @Test
  void otherStridesAreAnotherContent() {
    assertThat(read(VERSION, tensor)).containsExactly(1, 2, 3, 4);
    for (long[] strides : new long[][] {{4, 8}, {0, 4}}) {
      TestTensor other = TestTensor.strided(memory, new long[] {2, 2}, strides);
      other.identity = 42;
      other.version = 0;
      assertThat(read(VERSION, other)).isEqualTo(call(X, other, Float64Array::toArray));
    }
    assertThat(read(VERSION, tensor)).containsExactly(1, 2, 3, 4);
    assertThat(hits()).isEqualTo(1);
  }

  @Test
  void aPromiseIsTaken() {
    assertThat(first(CONSTANT)).isEqualTo(1);
    memory.set(0, 0, 9);
    tensor.version++;
    assertThat(first(CONSTANT)).isEqualTo(1);
    assertThat(first(VERSION)).isEqualTo(9);
    assertThat(first(CONSTANT)).isEqualTo(9);
  }

  @Test
  void withoutACounterThereIsNoVersion() {
    tensor.version = TensorDescription.UNVERSIONED;
    assertThat(first(CONSTANT)).isEqualTo(1);
    memory.set(0, 0, 9);
    assertThat(first(VERSION)).isEqualTo(9);
    assertThat(first(CONSTANT)).isEqualTo(1);
  }

  @Test
  void whatIsWrittenWhileItIsCopiedIsNotRemembered() {
    tensor.onVersion = () -> tensor.version++;
    assertThat(first(VERSION)).isEqualTo(1);
    assertThat(first(CONSTANT)).isEqualTo(1);
    assertThat(store.statistics().copies()).isZero();
  }

  @Test
  void whatIsInvalidatedWhileItIsCopiedIsNotRemembered() {
    TestTensor onDevice = TestTensor.onDevice("cuda:0", memory);
    onDevice.identity = 7;
    onDevice.onVersion =
        () -> {
          onDevice.onVersion = () -> Invalidation.of(TestTensor.class, 1, 0, 0); // After the copy.
        };
    ArrayContract any = CONSTANT.device(Device.ANY);
    assertThat(read(any, onDevice)[0]).isEqualTo(1);
    assertThat(store.statistics().copies()).isZero();
    assertThat(read(any, onDevice)[0]).isEqualTo(1);
  }

  @Test
  void copiesFromDevicesAreRemembered() {
    TestTensor onDevice = TestTensor.onDevice("cuda:0", memory);
    onDevice.identity = 7;
    onDevice.version = 1;
    ArrayContract any = VERSION.device(Device.ANY);
    assertThat(read(any, onDevice)).containsExactly(1, 2, 3, 4);
    assertThat(read(any, onDevice)).containsExactly(1, 2, 3, 4);
    assertThat(onDevice.count("toHost")).isEqualTo(1);
  }

  @Test
  void memoryThatIsNoLongerTheTensorsIsNotRemembered() {
    tensor.moved = true;
    assertThat(first(VERSION)).isEqualTo(1);
    assertThat(store.statistics().copies()).isZero();
  }

  @Test
  void invalidatingReachesAllThatLiesInTheMemory() {
    TestTensor row = TestTensor.of(memory.select(0, 1));
    row.identity = 43;
    row.version = 0;
    read(VERSION, row);
    read(VERSION, tensor);
    memory.set(1, 0, 9);
    assertThat(read(VERSION, row)).containsExactly(3, 4);
    Invalidation.of(TestTensor.class, 42, 0, 0);
    assertThat(read(VERSION, tensor)).containsExactly(1, 2, 9, 4);
    assertThat(read(VERSION, row)).containsExactly(3, 4);
    Invalidation.of(TestTensor.class, 0, TestTensor.addressOf(memory) + 15, 1);
    assertThat(read(VERSION, row)).containsExactly(9, 4);
    assertThat(hits()).isEqualTo(2);
    Invalidation.of(TestTensor.class, 0, TestTensor.addressOf(memory) + 16, 1);
    Invalidation.of(TestTensor.class, 0, TestTensor.addressOf(memory) - 1, 1);
    assertThat(read(VERSION, row)).containsExactly(9, 4);
    assertThat(hits()).isEqualTo(3);
  }

  @Test
  void aTensorThatMovedFreesWhatItHadBefore() throws InterruptedException {
    read(VERSION, tensor);
    TestTensor elsewhere = TestTensor.of(memory.copy());
    elsewhere.identity = 42;
    elsewhere.version = 0;
    read(VERSION, elsewhere);
    assertThat(becomes(() -> store.statistics().copies() == 1)).isTrue();
    assertThat(tensor.count("anchor released")).isEqualTo(1);
    assertThat(elsewhere.count("anchor released")).isZero();
  }

  @Test
  void abandonedTensorsAreFreedByThemselves() throws InterruptedException {
    read(VERSION, tensor);
    tensor.abandoned = true;
    assertThat(becomes(() -> store.statistics().copies() == 0)).isTrue();
    assertThat(tensor.count("anchor released")).isEqualTo(1);
  }

  @Test
  void aTensorIsHeldOnceForAllCopiesInAllStores() {
    try (ReuseStore other = ReuseStore.ofBytes(1 << 20)) {
      read(VERSION, tensor);
      read(VERSION.order(Order.F), tensor);
      other.run(() -> call(VERSION, tensor, Float64Array::toArray));
      assertThat(tensor.count("anchor")).isEqualTo(1);
      store.clear();
      assertThat(tensor.count("anchor released")).isZero();
    }
    assertThat(tensor.count("anchor released")).isEqualTo(1);
  }

  @Test
  void theBoundCountsTheTensorsMemoryToo() {
    store.limit(4096); // Each of these has 2048 + 1024 bytes.
    for (int i = 0; i < 20; i++) {
      TestTensor next = TestTensor.of(Float32Array.zeros(256));
      next.identity = 100L + i;
      next.version = 0;
      assertThat(read(VERSION, next)).hasSize(256);
      assertThat(store.statistics().bytes()).isLessThanOrEqualTo(4096);
      assertThat(next.count("anchor")).isEqualTo(1);
    }
    assertThat(store.statistics().evictions()).isGreaterThanOrEqualTo(19);
    assertThatIllegalArgumentException().isThrownBy(() -> store.limit(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> ReuseStore.ofBytes(-1));
  }

  @Test
  void whatIsForgottenDuringACallStaysForTheCall() {
    store.run(() ->
        call(
            VERSION,
            tensor,
            array -> {
              store.clear();
              call(X, TestTensor.of(Float32Array.zeros(2, 2)), Float64Array::toArray);
              assertThat(array.toArray()).containsExactly(1, 2, 3, 4);
              return true;
            }));
  }

  @Test
  void remembersArraysThatArePromisedToStay() throws InterruptedException {
    Float32Array array = memory.copy();
    assertThat(read(CONSTANT, NumpyArrays.describe(array))).containsExactly(1, 2, 3, 4);
    assertThat(read(CONSTANT, NumpyArrays.describe(array.transpose()))).containsExactly(1, 3, 2, 4);
    array.set(0, 0, 9);
    assertThat(read(CONSTANT, NumpyArrays.describe(array))[0]).isEqualTo(1);
    assertThat(read(VERSION, NumpyArrays.describe(array))[0]).isEqualTo(9);
    NumpyArrays.invalidate(array.select(0, 0));
    assertThat(read(CONSTANT, NumpyArrays.describe(array))[0]).isEqualTo(9);
    array = null;
    assertThat(becomes(() -> store.statistics().copies() == 0)).isTrue();
  }

  /** Collects garbage until something is so; the stores look every second. */
  private static boolean becomes(BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 100 && !so.getAsBoolean(); i++) {
      System.gc();
      Thread.sleep(100);
    }
    return so.getAsBoolean();
  }

  @Test
  void segmentsAreNotRemembered() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(8, 8);
      read(CONSTANT, NumpyArrays.describe(segment, FLOAT32));
      assertThat(store.statistics().copies()).isZero();
    }
  }

  @Test
  void withAnotherStoreOrNoneTheSharedOneServes() {
    ReuseStatistics before = ReuseStore.shared().statistics();
    call(VERSION, tensor, Float64Array::toArray);
    call(VERSION, tensor, Float64Array::toArray);
    ReuseStatistics after = ReuseStore.shared().statistics();
    assertThat(after.hits()).isEqualTo(before.hits() + 1);
    assertThat(store.statistics().misses()).isZero();
    ReuseStore.shared().clear();
  }

  @Test
  void aHitIsNoCopy() {
    CopyStatistics before = Copies.statistics();
    first(VERSION);
    assertThat(Copies.statistics().minus(before).casts()).isEqualTo(1);
    Copies.forbid(() -> first(VERSION));
    assertThat(Copies.statistics().minus(before).casts()).isEqualTo(1);
    assertThat(store.statistics().hits()).isEqualTo(1);
  }

  @Test
  void aResultDoesNotReachTheCopyThatIsRemembered() {
    Float64Array result = store.call(() -> call(VERSION, tensor, NumpyArrays::keep));
    result.set(0, 0, 9);
    assertThat(first(VERSION)).isEqualTo(1);
    assertThat(hits()).isEqualTo(1);
  }

  @Test
  void closedStoresRememberNothing() {
    first(VERSION);
    store.close();
    assertThat(first(VERSION)).isEqualTo(1);
    assertThat(store.statistics().copies()).isZero();
  }

  @Test
  void arraysThatEndedCannotBeInvalidated() {
    Float64Array kept = call(X, TestTensor.of(memory), array -> array);
    assertThatIllegalStateException().isThrownBy(() -> NumpyArrays.invalidate(kept));
  }
}
