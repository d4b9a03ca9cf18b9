package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.Copies;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** Copies remembered across calls, for methods whose caller promises not to write. */
class ReuseTest {
  private static final MethodContract METHOD = MethodContract.of("Reading.sum");
  private static final ArrayContract CALL =
      ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract VERSION = CALL.reuse(Reuse.VERSION);
  static final ArrayContract CONSTANT = CALL.reuse(Reuse.CONSTANT);
  private static final ReuseStatistics NOTHING = new ReuseStatistics(0, 0, 0, 0, 0);

  private final ReuseStore store = ReuseStore.ofBytes(64 << 20);

  @AfterEach
  void close() {
    store.close();
    assertThat(store.statistics().copies()).isZero();
    assertThat(store.statistics().bytes()).isZero();
  }

  private double[] read(ArrayContract contract, TType tensor) {
    return store.call(() -> convert(contract, tensor));
  }

  static double[] convert(ArrayContract contract, TType tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, TensorFlow.describe(tensor));
      call.check();
      return argument.as(Float64Array.class).toArray();
    }
  }

  private static TFloat32 matrix(float first) {
    return TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{first, 2}, {3, 4}}));
  }

  private void assertHits(TType tensor, double... expected) {
    ReuseStatistics before = store.statistics();
    assertThat(read(CONSTANT, tensor)).containsExactly(expected);
    assertThat(store.statistics().hits()).isEqualTo(before.hits() + 1);
    assertThat(store.statistics().misses()).isEqualTo(before.misses());
  }

  private void assertMisses(TType tensor, double... expected) {
    ReuseStatistics before = store.statistics();
    assertThat(read(CONSTANT, tensor)).containsExactly(expected);
    assertThat(store.statistics().hits()).isEqualTo(before.hits());
    assertThat(store.statistics().misses()).isEqualTo(before.misses() + 1);
  }

  @Test
  void convertsATensorOnce() {
    try (TFloat32 tensor = matrix(1)) {
      assertMisses(tensor, 1, 2, 3, 4);
      assertHits(tensor, 1, 2, 3, 4);
      Copies.forbid(() -> assertHits(tensor, 1, 2, 3, 4));
      assertThat(store.statistics().copies()).isEqualTo(1);
      assertThat(References.count(tensor)).isEqualTo(2);
      store.clear();
      assertThat(References.count(tensor)).isEqualTo(1);
    }
  }

  @Test
  void everyOrderHasItsOwnCopy() {
    try (TFloat32 tensor = matrix(1)) {
      assertMisses(tensor, 1, 2, 3, 4);
      assertThat(read(CONSTANT.order(Order.F), tensor)).containsExactly(1, 2, 3, 4);
      assertThat(store.statistics().copies()).isEqualTo(2);
      assertThat(References.count(tensor)).isEqualTo(2); // Held once.
    }
  }

  /** There is no counter that tells of writes. */
  @Test
  void remembersNothingByVersion() {
    try (TFloat32 tensor = matrix(1)) {
      read(VERSION, tensor);
      read(VERSION, tensor);
      assertThat(store.statistics()).isEqualTo(NOTHING);
      assertMisses(tensor, 1, 2, 3, 4);
      read(VERSION, tensor);
      assertThat(store.statistics().hits()).isZero();
    }
  }

  @Test
  void emptyTensorsAreNotRemembered() {
    try (TFloat32 tensor = TFloat32.vectorOf()) {
      assertThat(read(CONSTANT, tensor)).isEmpty();
      assertThat(store.statistics()).isEqualTo(NOTHING);
    }
  }

  @Test
  void findsATensorByAnotherThatSharesItsMemory() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      Constant<TFloat32> constant = tf.constant(new float[][] {{1, 2}, {3, 4}});
      TFloat32 one = constant.asTensor();
      TFloat32 other = tf.identity(constant).asTensor();
      assertThat(other).isNotSameAs(one);
      assertThat(References.handle(other)).isNotSameAs(References.handle(one));
      assertThat(address(other)).isEqualTo(address(one));
      assertMisses(one, 1, 2, 3, 4);
      assertHits(other, 1, 2, 3, 4);
    }
  }

  private static long address(TType tensor) {
    return TensorFlow.view(tensor, NumpyArray.class).segment().address();
  }

  @Test
  void aWriteIsSeenWhenTheTensorIsInvalidated() {
    try (TFloat32 tensor = matrix(1);
        TFloat32 other = matrix(10)) {
      assertMisses(tensor, 1, 2, 3, 4);
      assertMisses(other, 10, 2, 3, 4);
      tensor.setFloat(9, 0, 0);
      assertHits(tensor, 1, 2, 3, 4); // The promise was broken.
      TensorFlow.invalidate(tensor);
      assertMisses(tensor, 9, 2, 3, 4);
      assertHits(tensor, 9, 2, 3, 4);
      assertHits(other, 10, 2, 3, 4);
    }
  }

  @Test
  void invalidatingReachesAllThatSharesTheMemory() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      Constant<TFloat32> constant = tf.constant(new float[][] {{1, 2}, {3, 4}});
      assertMisses(constant.asTensor(), 1, 2, 3, 4);
      TensorFlow.invalidate(tf.reshape(constant, tf.constant(new int[] {4})).asTensor());
      assertMisses(constant.asTensor(), 1, 2, 3, 4);
    }
  }

  @Test
  void closedTensorsCannotBeInvalidated() {
    TFloat32 tensor = matrix(1);
    tensor.close();
    assertThatIllegalStateException().isThrownBy(() -> TensorFlow.invalidate(tensor));
  }

  @Test
  void whatIsNeverConvertedCanBeInvalidated() {
    try (TString text = TString.scalarOf("text");
        TFloat32 empty = TFloat32.vectorOf()) {
      TensorFlow.invalidate(text);
      TensorFlow.invalidate(empty);
    }
  }

  @Test
  void aClosedTensorIsFreedAlthoughItIsRemembered() {
    TFloat32 tensor = matrix(1);
    assertMisses(tensor, 1, 2, 3, 4);
    TF_Tensor handle = References.handle(tensor);
    assertThat(handle.referenceCount()).isEqualTo(2);
    tensor.close();
    assertThat(References.collectUntil(() -> store.statistics().copies() == 0)).isTrue();
    assertThat(handle.isNull()).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> read(CONSTANT, tensor))
        .withMessage("Reading.sum: x has been closed");
  }

  @Test
  void aDroppedTensorIsFreedAlthoughItIsRemembered() {
    long handles = Pointer.totalCount();
    readAndDrop();
    assertThat(store.statistics().copies()).isEqualTo(1);
    assertThat(Pointer.totalCount()).isGreaterThan(handles);
    assertThat(References.collectUntil(() -> store.statistics().copies() == 0)).isTrue();
    assertThat(References.collectUntil(() -> Pointer.totalCount() <= handles)).isTrue();
  }

  private void readAndDrop() {
    assertMisses(matrix(1), 1, 2, 3, 4);
  }

  @Test
  void aTensorThatSomebodyHoldsStays() throws InterruptedException {
    try (TFloat32 tensor = matrix(1)) {
      assertMisses(tensor, 1, 2, 3, 4);
      System.gc();
      Thread.sleep(2500); // Swept twice.
      assertHits(tensor, 1, 2, 3, 4);
    }
  }

  @Test
  void endsWithItsSession() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      assertMisses(tf.constant(new float[] {1, 2}).asTensor(), 1, 2);
    }
    assertThat(References.collectUntil(() -> store.statistics().copies() == 0)).isTrue();
  }
}
