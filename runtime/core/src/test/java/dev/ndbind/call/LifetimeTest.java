package dev.ndbind.call;

import static dev.ndbind.annotation.DType.FLOAT32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a call nothing of it can be used, and every framework has been told once. */
class LifetimeTest {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT32);
  private static final String REVOKED =
      "the array of parameter 'x' was used after A.f returned; copy() keeps the data";

  private static Float32Array matrix() {
    return Float32Array.of(new float[] {1, 2, 3, 4}, 2, 2);
  }

  @ParameterizedTest
  @EnumSource(Use.class)
  void arraysAndTheirSlicesEndWithTheCall(Use use) {
    List<Float32Array> kept = new ArrayList<>();
    Float32Array copy;
    MemorySegment segment;
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(X.use(use), TestTensor.of(matrix()));
      call.check();
      Float32Array array = argument.as(Float32Array.class);
      copy = array.copy();
      segment = array.segment();
      kept.add(array);
      kept.add(array.slice(0, 0, 1));
      kept.add(array.transpose().flip(0));
      kept.add(array.asReadOnly());
      kept.add(array.reshape(1, 2, 1, 2, 1).reshape(2, 2));
      assertThat(segment.isReadOnly()).isEqualTo(!array.isWritable());
      assertThat(segment.get(ValueLayout.JAVA_FLOAT, 4)).isEqualTo(2);
      call.complete();
    }
    for (Float32Array array : kept) {
      assertRevoked(() -> array.get(0, 0));
      assertRevoked(() -> array.get(0L, 0L));
      assertRevoked(() -> array.get(new long[] {0, 0}));
      assertRevoked(() -> array.get(7, 7, 7));
      assertRevoked(() -> array.select(0, 0));
      assertRevoked(array::toArray);
      assertRevoked(array::copy);
      assertRevoked(array::segment);
      assertRevoked(array::transpose);
      assertRevoked(array::asReadOnly);
      assertRevoked(() -> array.copyTo(Float32Array.zeros(array.shape())));
      assertRevoked(() -> copy.copyTo(array));
      assertRevoked(() -> array.slice(0, 0, 1));
      assertRevoked(() -> array.flip(0));
      assertRevoked(() -> array.reshape(-1));
      assertRevoked(() -> ArrayExport.of(array));
      assertRevoked(() -> NumpyArrays.keep(array));
      assertRevoked(() -> array.set(0, 0, 1f));
      assertThat(array).hasToString("(" + REVOKED + ")");
    }
    assertThat(copy.toArray()).containsExactly(1, 2, 3, 4);
    assertThatIllegalStateException().isThrownBy(() -> segment.get(ValueLayout.JAVA_FLOAT, 0));
  }

  private static void assertRevoked(Runnable use) {
    assertThatIllegalStateException().isThrownBy(use::run).withMessage(REVOKED);
  }

  @Test
  void revokedArraysAreRefusedAsArguments() {
    List<Float32Array> kept = new ArrayList<>();
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(X, NumpyArrays.describe(matrix()));
      call.check();
      kept.add(argument.as(Float32Array.class));
    }
    try (Call call = METHOD.begin()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> call.argument(X, NumpyArrays.describe(kept.getFirst())))
          .withMessage("A.f: x is no longer valid: " + REVOKED);
    }
  }

  @Test
  void arraysEndAlsoIfTheMethodThrows() {
    List<NumpyArray> kept = new ArrayList<>();
    TestTensor tensor = TestTensor.of(matrix());
    assertThatThrownBy(
            () -> {
              try (Call call = METHOD.begin()) {
                Argument argument = call.argument(X.use(Use.WRITE), tensor);
                call.check();
                kept.add(argument.as(Float32Array.class));
                throw new ArithmeticException("from the method");
              }
            })
        .hasMessage("from the method");
    assertRevoked(() -> kept.getFirst().copy());
    assertThat(tensor.events).containsExactly("writableAddress", "written", "release");
  }

  @Test
  void tellsOnlyTensorsThatWereHandedOutThatTheyWereWritten() {
    TestTensor tensor = TestTensor.of(matrix());
    try (Call call = METHOD.begin()) {
      call.argument(X.use(Use.WRITE), tensor);
      call.check();
    }
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void tellsEveryFrameworkOnceEvenIfOthersThrow() {
    List<TestTensor> tensors = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tensors.add(TestTensor.of(matrix()));
    }
    tensors.get(0).thrownByRelease = new IllegalArgumentException("first");
    tensors.get(1).thrownByWritten = new IllegalArgumentException("second");
    Call call = METHOD.begin();
    List<Float32Array> arrays = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (TestTensor tensor : tensors) {
      arguments.add(call.argument(X.use(Use.WRITE), tensor));
    }
    call.check();
    arguments.forEach(argument -> arrays.add(argument.as(Float32Array.class)));
    MemorySegment segment = arrays.getLast().segment();
    assertThatThrownBy(call::close).isInstanceOf(IllegalArgumentException.class);
    for (TestTensor tensor : tensors) {
      assertThat(tensor.events).containsExactly("writableAddress", "written", "release");
    }
    arrays.forEach(array -> assertRevoked(() -> array.get(0, 0)));
    assertThat(segment.scope().isAlive()).isFalse();
  }

  @Test
  void releasesATensorAlsoIfItsCopyOnTheHostThrows() {
    TestTensor tensor = TestTensor.onDevice("cuda:0", matrix());
    tensor.host.thrownByRelease = new IllegalArgumentException("host");
    Call call = METHOD.begin();
    Argument argument = call.argument(X.device(Device.ANY), tensor);
    call.check();
    argument.as(Float32Array.class);
    assertThatThrownBy(call::close).hasMessage("host");
    assertThat(tensor.events).containsExactly("toHost", "release");
    assertThat(tensor.host.events).containsExactly("release");
  }

  @Test
  void copiesAreFreedWithTheCall() {
    MemorySegment segment;
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(X.order(Order.F), TestTensor.of(matrix()));
      call.check();
      Float32Array array = argument.as(Float32Array.class);
      segment = array.transpose().segment();
      assertThat(segment.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(1, 3, 2, 4);
    }
    assertThat(segment.scope().isAlive()).isFalse();
  }
}
