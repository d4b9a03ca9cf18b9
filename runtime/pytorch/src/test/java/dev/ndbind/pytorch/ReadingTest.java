package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.Plan;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays have the elements that LibTorch itself reads. */
class ReadingTest {
  private static final MethodContract READ = MethodContract.of("ReadingTest.read");

  private static List<Object> read(Tensor tensor, ArrayContract contract) {
    try (Call call = READ.begin()) {
      Argument argument = call.argument(contract, PyTorch.describe(tensor));
      call.check();
      NumpyArray array = argument.as(NumpyArray.class);
      assertThat(array.isContiguous(contract.order())).isTrue();
      assertThat(contract.dtypes()).containsExactly(array.dtype());
      return Elements.of(array);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ndbind.annotation.DType#concrete")
  void readsAnyViewInAnyOrder(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    ArrayContract contract = ArrayContract.of("x", dtype);
    for (int round = 0; round < 150; round++) {
      try (PointerScope scope = new PointerScope()) {
        Tensor whole = Tensors.random(dtype, random, Tensors.randomShape(random));
        Tensor view = Tensors.randomView(whole, random);
        List<Object> expected = Elements.of(view);
        for (Order order : Order.values()) {
          assertThat(read(view, contract.order(order)))
              .as("%s %s in %s", dtype, view.sizes(), order)
              .isEqualTo(expected);
        }
        assertThat(scope.forClasses()).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.ndbind.annotation.DType#concrete")
  void castsSafely(DType from) {
    Random random = new Random(from.name().hashCode());
    for (DType to : DType.concrete()) {
      if (from.canCast(to, Casting.SAFE)) {
        Tensor whole = Tensors.random(from, random, 3, 4, 5);
        Tensor view = Tensors.randomView(whole, random);
        Tensor converted = view.resolve_neg().to(Tensors.scalarType(to));
        assertThat(read(view, ArrayContract.of("x", to).casting(Casting.SAFE)))
            .as("%s to %s", from, to)
            .isEqualTo(Elements.of(converted));
      }
    }
  }

  @Test
  void readsElementsAsItemDoes() {
    Tensor tensor = Tensors.counting(4, 6).narrow(1, 1, 4).t();
    NumpyArray array = PyTorch.view(tensor, NumpyArray.class);
    assertThat(array.shape()).containsExactly(4, 4);
    assertThat(array.byteStrides()).containsExactly(4, 24);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        Object element = Elements.of(array.select(0, i).select(0, j)).getFirst();
        assertThat(element).isEqualTo(tensor.get(i).get(j).item_double());
      }
    }
  }

  @Test
  void viewsWithoutACopyWhatFits() {
    Tensor tensor = Tensors.counting(4, 6);
    ArrayContract any = ArrayContract.of("x", DType.FLOAT32);
    for (Tensor view :
        List.of(tensor, tensor.t(), tensor.narrow(1, 2, 3), tensor.narrow(0, 0, 1).expand(5, 6))) {
      assertThat(Plan.of(PyTorch.describe(view), any).step()).isEqualTo(Plan.Step.VIEW);
    }
    assertThat(Plan.of(PyTorch.describe(tensor.t()), any.order(Order.C)).step())
        .isEqualTo(Plan.Step.COPY);
  }

  @Test
  void readsConjugates() {
    Tensor tensor = Tensors.complex(torch.ones(2), torch.full(new long[] {2}, new Scalar(3f)));
    assertThat(DemoAdapter.imaginary(tensor)).isEqualTo(3);
    assertThat(DemoAdapter.imaginary(tensor.conj())).isEqualTo(-3);
    Tensor negative = torch.imag(tensor.conj()).reshape(1, 2);
    assertThat(negative.is_neg()).isTrue();
    assertThat(DemoAdapter.sum(negative)).isEqualTo(-6);
  }

  @Test
  void castsAndReordersInOneGo() {
    Tensor tensor = Tensors.counting(3, 2).t();
    assertThat(DemoAdapter.weigh(tensor)).containsExactly(1, 23, 45);
    assertThat(DemoAdapter.weigh(tensor._neg_view())).containsExactly(-1, -23, -45);
    assertThat(DemoAdapter.weigh(tensor.to(ScalarType.Int))).containsExactly(1, 23, 45);
  }

  @Test
  void readsMemoryOfOthers() {
    LongPointer memory = new LongPointer(1, 2, 3, 4);
    Tensor tensor = torch.from_blob(memory, new long[] {4}, TorchTypes.options(DType.INT64));
    assertThat(read(tensor, ArrayContract.of("x", DType.INT64))).containsExactly(1L, 2L, 3L, 4L);
    memory.put(2, 30);
    assertThat(read(tensor, ArrayContract.of("x", DType.INT64))).containsExactly(1L, 2L, 30L, 4L);
  }

  @Test
  void readsLazyClonesWithoutMakingThemOwn() {
    Tensor tensor = Tensors.counting(2, 3);
    Tensor clone = tensor._lazy_clone();
    assertThat(DemoAdapter.sum(clone)).isEqualTo(15);
    assertThat(clone.const_data_ptr().address()).isEqualTo(tensor.const_data_ptr().address());
  }

  @Test
  void convertsTheSameTensorOnce() {
    Tensor tensor = Tensors.counting(3, 4).t();
    assertThat(DemoAdapter.same(tensor, tensor)).isTrue();
    assertThat(DemoAdapter.same(tensor, tensor.clone())).isFalse();
  }

  @Test
  void seesChangesBetweenCalls() {
    Tensor tensor = Tensors.counting(2, 3);
    assertThat(DemoAdapter.sum(tensor)).isEqualTo(15);
    tensor.add_(new Scalar(1));
    assertThat(DemoAdapter.sum(tensor)).isEqualTo(21);
  }
}
