package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors made from arrays. */
class TensorTest {
  @AfterEach
  void nothingStaysLent() throws InterruptedException {
    assertThat(Garbage.collectedUntil(() -> SharedMemory.loans() == 0)).isTrue();
  }

  private static Float32Array counting() {
    return Float32Array.of(new float[] {0, 1, 2, 3, 4, 5}, 2, 3);
  }

  private static boolean shares(Tensor tensor, Float32Array array) {
    float before = array.get(0, 0);
    tensor.add_(new Scalar(1));
    boolean shares = array.get(0, 0) == before + 1;
    tensor.sub_(new Scalar(1));
    return shares;
  }

  @Test
  void sharesMemoryOfItsOwn() {
    Float32Array array = counting();
    try (Tensor tensor = PyTorch.tensor(array)) {
      assertThat(Elements.of(tensor)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
      assertThat(tensor.is_contiguous()).isTrue();
      assertThat(tensor.requires_grad()).isFalse();
      assertThat(shares(tensor, array)).isTrue();
      array.set(1, 2, 50);
      assertThat(tensor.get(1).get(2).item_float()).isEqualTo(50);
    }
  }

  @Test
  void copiesNothingWhereCopiesAreForbidden() {
    Float32Array array = counting();
    try (Tensor shared = Copies.forbid(() -> PyTorch.tensor(array))) {
      assertThat(shares(shared, array)).isTrue();
      assertThatThrownBy(() -> Copies.forbid(() -> PyTorch.tensor(array.flip(0))))
          .isInstanceOf(ContractException.class)
          .hasMessage(
              "PyTorch.tensor: array would be copied (24 bytes), and copies are forbidden here: its"
                  + " memory or strides cannot be a tensor's");
      Float32Array view = PyTorch.view(shared, Float32Array.class);
      assertThatThrownBy(() -> Copies.forbid(() -> PyTorch.tensor(view)))
          .isInstanceOf(ContractException.class);
    }
  }

  @Test
  void sharesStridedMemory() {
    Float32Array array = counting();
    try (Tensor transposed = PyTorch.tensor(array.transpose());
        Tensor column = PyTorch.tensor(array.slice(1, 1, 2))) {
      assertThat(transposed.stride(0)).isEqualTo(1);
      assertThat(Elements.of(transposed)).containsExactly(0.0, 3.0, 1.0, 4.0, 2.0, 5.0);
      assertThat(Elements.of(column)).containsExactly(1.0, 4.0);
      column.fill_(new Scalar(9f));
      assertThat(array.toArray()).containsExactly(0, 9, 2, 3, 9, 5);
    }
  }

  @Test
  void sharesAReversedAxisOfOne() {
    Float32Array array = counting();
    try (Tensor row = PyTorch.tensor(array.slice(0, 1, 2).flip(0))) {
      row.fill_(new Scalar(9f));
      assertThat(array.toArray()).containsExactly(0, 1, 2, 9, 9, 9);
    }
  }

  @Test
  void keepsTheMemoryUntilTheTensorIsFreed() throws InterruptedException {
    Tensor tensor = PyTorch.tensor(counting());
    Tensor view = tensor.t();
    tensor.close();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    assertThat(SharedMemory.loans()).isEqualTo(1);
    assertThat(Elements.of(view)).containsExactly(0.0, 3.0, 1.0, 4.0, 2.0, 5.0);
    view.close();
    assertThat(Garbage.collectedUntil(() -> SharedMemory.loans() == 0)).isTrue();
  }

  @Test
  void countsTensorsOverOneMemory() {
    Float32Array array = counting();
    Tensor first = PyTorch.tensor(array);
    Tensor second = PyTorch.tensor(array);
    assertThat(SharedMemory.loans()).isEqualTo(1);
    first.close();
    assertThat(SharedMemory.loans()).isEqualTo(1);
    assertThat(shares(second, array)).isTrue();
    second.close();
    assertThat(SharedMemory.loans()).isZero();
  }

  @Test
  void isGivenBackByTheEndOfACall() {
    Tensor tensor = PyTorch.tensor(counting());
    var description = PyTorch.describe(tensor);
    tensor.close();
    assertThat(SharedMemory.loans()).isEqualTo(1);
    description.release(); // LibTorch frees the tensor, and calls back into Java.
    assertThat(SharedMemory.loans()).isZero();
  }

  @Test
  void copiesWhatMayNotBeWritten() {
    Float32Array array = counting();
    try (Tensor tensor = PyTorch.tensor(array.asReadOnly())) {
      assertThat(shares(tensor, array)).isFalse();
      assertThat(Elements.of(tensor)).isEqualTo(Elements.of(array));
    }
  }

  @Test
  void copiesReversedAxes() {
    Float32Array array = counting();
    try (Tensor tensor = PyTorch.tensor(array.flip(1))) {
      assertThat(Elements.of(tensor)).containsExactly(2.0, 1.0, 0.0, 5.0, 4.0, 3.0);
      assertThat(shares(tensor, array.flip(1))).isFalse();
    }
  }

  @Test
  void copiesViewsOfTensors() {
    Tensor tensor = Tensors.counting(2, 3);
    Float32Array view = PyTorch.view(tensor, Float32Array.class);
    try (Tensor copy = PyTorch.tensor(view)) {
      assertThat(shares(copy, view)).isFalse();
      assertThat(Elements.of(copy)).isEqualTo(Elements.of(tensor));
    }
  }

  @Test
  void keepsShapesWithoutElementsAndWithoutAxes() {
    try (Tensor empty = PyTorch.tensor(Float32Array.zeros(2, 0, 3));
        Tensor scalar = PyTorch.tensor(Float32Array.of(new float[] {7}).reshape());
        Tensor copied = PyTorch.tensor(Float32Array.of(new float[] {7}).reshape().asReadOnly())) {
      assertThat(empty.dim()).isEqualTo(3);
      assertThat(empty.size(0)).isEqualTo(2);
      assertThat(empty.numel()).isZero();
      assertThat(scalar.dim()).isZero();
      assertThat(scalar.item_float()).isEqualTo(7);
      assertThat(copied.dim()).isZero();
      assertThat(copied.item_float()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ndbind.annotation.DType#concrete")
  void keepsDtypeShapeAndElements(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    for (int round = 0; round < 20; round++) {
      try (PointerScope scope = new PointerScope()) {
        assertThat(scope.forClasses()).isNull();
        Tensor original = Tensors.random(dtype, random, Tensors.randomShape(random));
        NumpyArray view = PyTorch.view(original, NumpyArray.class);
        NumpyArray turned = view.rank() > 0 ? view.flip(-1).transpose() : view;
        for (NumpyArray array :
            new NumpyArray[] {view, turned, view.copy(), view.copy(Order.F), turned.copy()}) {
          Tensor tensor = PyTorch.tensor(array);
          assertThat(tensor.scalar_type().intern()).isEqualTo(Tensors.scalarType(dtype));
          assertThat(PyTorch.view(tensor, NumpyArray.class).shape()).isEqualTo(array.shape());
          assertThat(Elements.of(tensor)).isEqualTo(Elements.of(array));
        }
      }
    }
  }

  @Test
  void belongsToTheCallersPointerScope() {
    Float32Array array = counting();
    Tensor tensor;
    try (PointerScope scope = new PointerScope()) {
      assertThat(scope.forClasses()).isNull();
      tensor = PyTorch.tensor(array);
      assertThat(SharedMemory.loans()).isEqualTo(1);
    }
    assertThat(tensor.isNull()).isTrue();
    assertThat(SharedMemory.loans()).isZero();
    assertThat(array.get(1, 2)).isEqualTo(5);
  }

  @Test
  void makesTensorsWithOptionsThatNoPointerScopeCloses() {
    for (DType dtype : DType.concrete()) {
      assertThat(TorchTypes.options(dtype).referenceCount()).isPositive();
    }
  }

  @Test
  void makesTensorsOfResults() {
    Tensor x = Tensors.counting(2, 3);
    try (Tensor gram = DemoAdapter.gram(x)) {
      assertThat(gram.equal(x.mm(x.t()))).isTrue();
    }
  }

  @Test
  void refusesRevokedArrays() {
    Float32Array[] kept = new Float32Array[1];
    LifetimeTest.use(
        torch.ones(3),
        array -> {
          kept[0] = array;
          return 0;
        });
    assertThatThrownBy(() -> PyTorch.tensor(kept[0])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leaksNothing() throws InterruptedException {
    Float32Array shared = Float32Array.zeros(1000);
    Float32Array readOnly = shared.asReadOnly();
    roundTrips(1000, shared, readOnly);
    long objects = Pointer.totalCount();
    long bytes = Pointer.physicalBytes();
    roundTrips(50_000, shared, readOnly); // 200 MB each way, if nothing were freed.
    assertThat(Garbage.collectedUntil(() -> Pointer.totalCount() <= objects + 10)).isTrue();
    assertThat(Pointer.physicalBytes() - bytes).isLessThan(100_000_000);
  }

  private static void roundTrips(int count, Float32Array shared, Float32Array readOnly) {
    for (int i = 0; i < count; i++) {
      try (Tensor tensor = PyTorch.tensor(shared);
          Tensor copy = PyTorch.tensor(readOnly)) {
        LifetimeTest.use(tensor, array -> array.get(999));
        LifetimeTest.use(copy, array -> array.get(999));
      }
    }
  }

  @Test
  void aTensorKeepsTheMemoryOfAnArrayThatIsFreed() throws InterruptedException {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3});
    int loans = SharedMemory.loans();
    Tensor whole = PyTorch.tensor(array);
    Tensor part = PyTorch.tensor(array.slice(0, 0, 2));
    array.free();
    assertThatIllegalStateException().isThrownBy(() -> PyTorch.tensor(array));
    Float32Array.of(new float[] {7, 7, 7});
    assertThat(Elements.of(whole)).containsExactly(1.0, 2.0, 3.0);
    whole.close();
    Float32Array.of(new float[] {8, 8, 8});
    assertThat(Elements.of(part)).containsExactly(1.0, 2.0);
    part.close();
    assertThat(Garbage.collectedUntil(() -> SharedMemory.loans() <= loans)).isTrue();
  }
}
