package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.Lease;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Copies lie in memory that is lent again, but not before nobody runs through it any more. */
class BorrowedMemoryTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract Y = ArrayContract.of("y", FLOAT64).casting(Casting.SAFE);

  /** A size that no other test has. */
  private static final int SIZE = 12_347;

  private static Float32Array array(float value) {
    Float32Array array = Float32Array.zeros(SIZE);
    for (int i = 0; i < SIZE; i++) {
      array.set(i, value);
    }
    return array;
  }

  private static Float64Array convert(Call call, ArrayContract contract, Float32Array array) {
    Argument argument = call.argument(contract, TestTensor.of(array));
    call.check();
    return argument.as(Float64Array.class);
  }

  private static Lease lease(NumpyArray array) {
    return ArrayAccess.get().lease(array);
  }

  @Test
  void theNextCallGetsTheMemoryOfTheLast() {
    Float64Array first;
    long address;
    try (Call call = METHOD.begin()) {
      first = convert(call, X, array(1));
      address = TestTensor.addressOf(first);
    }
    try (Call call = METHOD.begin()) {
      assertThat(TestTensor.addressOf(convert(call, X, array(2)))).isEqualTo(address);
      assertThatIllegalStateException().isThrownBy(() -> first.get(0));
      assertThatIllegalStateException().isThrownBy(first::copy);
    }
  }

  /** As if another thread were in the midst of a bulk operation when the method returns. */
  @Test
  void memoryInUseIsNotLent() {
    Float64Array first;
    try (Call call = METHOD.begin()) {
      first = convert(call, X, array(1));
      lease(first).enter();
    }
    assertThatIllegalStateException().isThrownBy(first::toArray);
    try (Call call = METHOD.begin()) {
      Float64Array second = convert(call, X, array(2));
      assertThat(TestTensor.addressOf(second)).isNotEqualTo(TestTensor.addressOf(first));
    }
    lease(first).exit();
    Set<Long> lent = new HashSet<>();
    try (Call call = METHOD.begin()) {
      lent.add(TestTensor.addressOf(convert(call, X, array(3))));
      lent.add(TestTensor.addressOf(convert(call, Y, array(4))));
    }
    assertThat(lent).contains(TestTensor.addressOf(first));
  }

  @Test
  void memoryOfAnotherParametersCopyInUseIsNotLent() {
    Float32Array source = array(1);
    Float64Array x;
    Float64Array y;
    try (Call call = METHOD.begin()) {
      x = convert(call, X, source);
      y = convert(call, Y, source);
      assertThat(TestTensor.addressOf(y)).isEqualTo(TestTensor.addressOf(x));
      lease(y).enter();
    }
    try (Call call = METHOD.begin()) {
      assertThat(TestTensor.addressOf(convert(call, X, array(2))))
          .isNotEqualTo(TestTensor.addressOf(x));
    }
    lease(y).exit();
  }

  /** The tensor itself is held as long. */
  @Test
  void aTensorInUseIsNotReleased() {
    TestTensor tensor = TestTensor.of(array(1));
    Float32Array view;
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(ArrayContract.of("x", FLOAT32), tensor);
      call.check();
      view = argument.as(Float32Array.class);
      lease(view).enter();
    }
    assertThat(tensor.events).isEmpty();
    lease(view).exit();
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void aCopyThatFindsNoMemorySaysWhich() {
    Float32Array one = Float32Array.zeros(1);
    long size = 1L << 44;
    TestTensor expanded = TestTensor.strided(one, new long[] {size}, new long[] {0});
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(X.use(Use.COPY), expanded);
      call.check();
      assertThatThrownBy(() -> argument.as(Float64Array.class))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessageStartingWith(
              "A.f: x would be copied (140737488355328 bytes), and there is no memory for that: ");
    }
    assertThat(expanded.events).containsExactly("release");
  }
}
