package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Views outside a call. */
class ViewTest {
  private static final int LARGE = 48 << 20;

  @Test
  void seesTheTensorsOwnMemory() {
    Tensor tensor = Tensors.counting(2, 3);
    Float32Array view = PyTorch.view(tensor.t(), Float32Array.class);
    assertThat(view.shape()).containsExactly(3, 2);
    assertThat(view.byteStrides()).containsExactly(4, 12);
    tensor.mul_(new Scalar(10));
    assertThat(view.get(2, 1)).isEqualTo(50);
  }

  @Test
  void isReadOnly() {
    Float32Array view = PyTorch.view(torch.ones(3), Float32Array.class);
    assertThat(view.isWritable()).isFalse();
    assertThatThrownBy(() -> view.set(0, 2f)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void survivesCloseAndCollection() {
    Tensor tensor = torch.ones(LARGE);
    Float32Array view = PyTorch.view(tensor, Float32Array.class).slice(0, LARGE / 2, LARGE);
    tensor.close();
    System.gc();
    assertThat(view.get(LARGE / 2 - 1)).isEqualTo(1);
  }

  @Test
  void survivesTheEndOfAPointerScope() {
    Float32Array view;
    try (PointerScope scope = new PointerScope()) {
      assertThat(scope.forClasses()).isNull();
      view = PyTorch.view(torch.ones(LARGE), Float32Array.class);
    }
    assertThat(view.get(LARGE - 1)).isEqualTo(1);
  }

  @Test
  void keepsItsMemoryWhenTheTensorGetsOther() {
    Tensor tensor = torch.ones(LARGE);
    Float32Array view = PyTorch.view(tensor, Float32Array.class);
    tensor.set_(torch.zeros(3));
    assertThat(view.get(LARGE - 1)).isEqualTo(1);
  }

  @Test
  void freesTheMemoryWhenNothingReachesIt() throws InterruptedException {
    int before = SharedMemory.loans();
    Tensor tensor = PyTorch.tensor(Float32Array.zeros(7));
    Float32Array view = PyTorch.view(tensor, Float32Array.class);
    tensor.close();
    System.gc();
    assertThat(SharedMemory.loans()).isEqualTo(before + 1);
    assertThat(view.get(6)).isEqualTo(0);
    view = null;
    assertThat(Garbage.collectedUntil(() -> SharedMemory.loans() == before)).isTrue();
  }

  @Test
  void viewsInferenceTensors() {
    Tensor tensor;
    try (InferenceMode mode = new InferenceMode(true)) {
      assertThat(mode.isNull()).isFalse();
      tensor = torch.ones(3);
    }
    assertThat(PyTorch.view(tensor, Float32Array.class).get(2)).isEqualTo(1);
  }

  @Test
  void takesOnlyTheExactDtype() {
    Tensor tensor = torch.ones(3);
    assertThat(PyTorch.view(tensor, NumpyArray.class)).isInstanceOf(Float32Array.class);
    assertThatThrownBy(() -> PyTorch.view(tensor, Float64Array.class))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("view: tensor dtype is float32, expected float64");
  }

  @Test
  void refusesWhatCannotBeViewed() {
    Tensor conjugate = torch.ones(3).to(ScalarType.ComplexFloat).conj();
    assertThatThrownBy(() -> PyTorch.view(conjugate, NumpyArray.class))
        .hasMessage(
            "view: tensor has its conjugate or negative bit set, and use VIEW never copies");
    assertThatThrownBy(() -> PyTorch.view(torch.ones(2, 2).to_sparse(), NumpyArray.class))
        .isInstanceOf(ContractException.class)
        .hasMessage("view: tensor is sparse (COO); to_dense() makes it strided");
    Tensor weight = Tensors.requiringGradients(3);
    assertThatThrownBy(() -> PyTorch.view(weight, NumpyArray.class))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("view: tensor requires gradients");
    assertThat(weight.use_count()).isEqualTo(1);
  }

  @Test
  void refusesClosedTensorsAndNull() {
    Tensor tensor = torch.ones(3);
    tensor.close();
    assertThatThrownBy(() -> PyTorch.view(tensor, NumpyArray.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the tensor has been closed");
    assertThatThrownBy(() -> PyTorch.view(null, NumpyArray.class))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("tensor");
  }
}
