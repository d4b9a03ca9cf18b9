package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import java.util.List;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Methods that write into tensors. */
class WritingTest {
  private static void refuses(String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void writesAndRaisesTheVersion() {
    Tensor tensor = Tensors.counting(2, 3);
    long version = tensor._version();
    DemoAdapter.mark(tensor);
    assertThat(Elements.of(tensor)).containsExactly(100.0, 101.0, 102.0, 3.0, 4.0, 5.0);
    assertThat(tensor._version()).isEqualTo(version + 1);
    DemoAdapter.sum(tensor);
    assertThat(tensor._version()).isEqualTo(version + 1);
  }

  @Test
  void backwardRefusesWhatWasOverwritten() {
    Tensor weight = Tensors.requiringGradients(2, 3);
    Tensor input = Tensors.counting(2, 3);
    Tensor product = weight.mul(input);
    DemoAdapter.mark(input);
    assertThatThrownBy(() -> product.sum().backward())
        .hasMessageContaining("modified by an inplace operation");
  }

  @Test
  void writesATransposedTensorInItsPlace() {
    Tensor tensor = Tensors.counting(2, 3);
    DemoAdapter.mark(tensor.t());
    assertThat(Elements.of(tensor)).containsExactly(100.0, 1.0, 2.0, 103.0, 4.0, 5.0);
  }

  @Test
  void writesComplexElements() {
    Tensor tensor = Tensors.complex(torch.zeros(2), torch.ones(2));
    DemoAdapter.swap(tensor);
    assertThat(Elements.of(tensor)).containsExactly(List.of(1.0, 0.0), List.of(0.0, 1.0));
  }

  @Test
  void writesASliceAndNothingElse() {
    Tensor tensor = Tensors.counting(3, 3);
    DemoAdapter.mark(tensor.narrow(0, 1, 2).narrow(1, 1, 1));
    assertThat(Elements.of(tensor)).containsExactly(0.0, 1.0, 2.0, 3.0, 104.0, 5.0, 6.0, 7.0, 8.0);
  }

  @Test
  void writesBackWhatHadToBeCopied() {
    Tensor tensor = Tensors.counting(2, 3);
    long version = tensor._version();
    DemoAdapter.markBack(tensor.t());
    assertThat(Elements.of(tensor)).containsExactly(100.0, 1.0, 2.0, 103.0, 4.0, 5.0);
    assertThat(tensor._version()).isEqualTo(version + 1);
  }

  @Test
  void makesALazyCloneOwnBeforeWriting() {
    Tensor tensor = Tensors.counting(2, 3);
    Tensor clone = tensor._lazy_clone();
    DemoAdapter.mark(clone);
    assertThat(Elements.of(clone)).startsWith(100.0, 101.0, 102.0);
    assertThat(Elements.of(tensor)).startsWith(0.0, 1.0, 2.0);
  }

  @Test
  void writesTheLastSharerOfALazyClone() {
    Tensor tensor = Tensors.counting(2, 3);
    tensor._lazy_clone().close();
    DemoAdapter.mark(tensor);
    assertThat(Elements.of(tensor)).startsWith(100.0, 101.0, 102.0);
  }

  @Test
  void writesALeafWhileGradientsAreNotRecorded() {
    Tensor weight = Tensors.requiringGradients(2, 3);
    long version = weight._version();
    try (NoGradGuard guard = new NoGradGuard()) {
      assertThat(guard.isNull()).isFalse();
      DemoAdapter.mark(weight);
    }
    assertThat(weight._version()).isEqualTo(version + 1);
    assertThat(Elements.of(weight.detach())).startsWith(101.0, 101.0, 101.0);
  }

  @Test
  void writesInferenceTensorsInInferenceModeOnly() {
    Tensor tensor;
    try (InferenceMode mode = new InferenceMode(true)) {
      assertThat(mode.isNull()).isFalse();
      tensor = Tensors.counting(2, 3);
      DemoAdapter.mark(tensor);
    }
    assertThat(Elements.of(tensor)).startsWith(100.0, 101.0, 102.0);
    refuses(
        "Demo.mark: rows cannot be written: it is an inference tensor, and InferenceMode is off;"
            + " clone() makes a normal tensor",
        () -> DemoAdapter.mark(tensor));
    assertThatThrownBy(() -> tensor.add_(new Scalar(1))) // PyTorch's own rule.
        .hasMessageContaining("Inplace update to inference tensor outside InferenceMode");
  }

  @Test
  void refusesSigns() {
    String message = "Demo.mark: rows cannot be written: its conjugate or negative bit is set";
    Tensor tensor = Tensors.complex(torch.ones(2, 3), torch.ones(2, 3));
    refuses(message, () -> DemoAdapter.mark(torch.imag(tensor.conj())));
    refuses(
        message.replace("mark: rows", "swap: x"),
        () -> DemoAdapter.swap(torch.ones(2).to(ScalarType.ComplexFloat).conj()));
  }

  @Test
  void refusesExpandedTensors() {
    refuses(
        "Demo.mark: rows cannot be written: two indices reach one element",
        () -> DemoAdapter.mark(torch.ones(2, 1).expand(2, 3)));
  }

  @Test
  void refusesSharedMemory() {
    Tensor tensor = Tensors.counting(3, 3);
    String x = "Demo.add: out shares memory with x, and is written";
    refuses(x, () -> DemoAdapter.add(tensor, torch.ones(3, 3), tensor));
    refuses(x, () -> DemoAdapter.add(tensor.t(), torch.ones(3, 3), tensor));
    refuses(
        "Demo.add: out shares memory with y, and is written",
        () -> DemoAdapter.add(torch.ones(3, 3), tensor.detach(), tensor));
    assertThat(Elements.of(tensor)).startsWith(0.0, 1.0, 2.0);
  }

  @Test
  void writesPartsThatDoNotMeet() {
    Tensor tensor = Tensors.counting(2, 6);
    DemoAdapter.add(tensor.narrow(1, 0, 2), tensor.narrow(1, 2, 2), tensor.narrow(1, 4, 2));
    assertThat(Elements.of(tensor))
        .containsExactly(0.0, 1.0, 2.0, 3.0, 2.0, 4.0, 6.0, 7.0, 8.0, 9.0, 14.0, 16.0);
  }

  @Test
  void returnsTheCallersOwnTensor() {
    Tensor tensor = Tensors.counting(2, 3);
    assertThat(DemoAdapter.marked(tensor)).isSameAs(tensor);
    assertThat(Elements.of(tensor)).startsWith(100.0, 101.0, 102.0);
  }
}
