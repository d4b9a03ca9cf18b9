package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.annotation.DType;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of tensors that cannot be used. */
class GuardsTest {
  private static final String GRADIENTS =
      "requires gradients, and what the method does would not be recorded;"
          + " detach() it, or call inside a NoGradGuard";
  private static final String RESIZED =
      "is larger than its storage, which was resized; clone() it before that";

  /** Its weight is its own, and freed with it. */
  private static final LinearImpl LINEAR = new LinearImpl(3, 2);

  static {
    torch.initLogging(); // Silences LibTorch's warnings about experimental kinds of tensors.
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(new Tensor(), "is undefined; torch.empty(...), for one, makes a defined tensor"),
        refused(ones().to_sparse(), "is sparse (COO); to_dense() makes it strided"),
        refused(ones().to_sparse_csr(), "is sparse (CSR); to_dense() makes it strided"),
        refused(ones().to_sparse_csc(), "is sparse (CSC); to_dense() makes it strided"),
        refused(ones().to_sparse_bsr(1, 1), "is sparse (BSR); to_dense() makes it strided"),
        refused(ones().to_sparse_bsc(1, 1), "is sparse (BSC); to_dense() makes it strided"),
        refused(ones().to_mkldnn(), "is in oneDNN's layout; to_dense() makes it strided"),
        refused(
            torch.quantize_per_tensor(ones(), 0.1, 0, ScalarType.QInt8),
            "is quantized; dequantize() gives its values, int_repr() its integers"),
        refused(
            torch.nested_tensor(new TensorVector(torch.ones(2), torch.ones(3))),
            "is nested; nested_to_padded_tensor() makes one strided tensor of it"),
        refused(meta(), "is a meta tensor, which has no data; make it on the cpu"),
        refused(
            torch.torch__efficientzerotensor(2, 3),
            "is a zero tensor without memory; clone() gives it some"),
        refused(
            torch.torch__efficientzerotensor(4, 3).narrow(0, 2, 1),
            "is a zero tensor without memory; clone() gives it some"),
        refused(
            torch.torch__efficientzerotensor(0, 3),
            "is a zero tensor without memory; clone() gives it some"),
        refused(
            torch.torch__efficientzerotensor(
                new long[] {2, 3}, new TensorOptions(ScalarType.Bits8)),
            "is a zero tensor without memory; clone() gives it some"),
        refused(
            ones().to(ScalarType.Float8_e4m3fn),
            "has dtype Float8_e4m3fn, which no array class has; convert it with to(ScalarType)"),
        refused(
            empty(ScalarType.ComplexHalf),
            "has dtype ComplexHalf, which no array class has; convert it with to(ScalarType)"),
        refused(
            empty(ScalarType.Bits8),
            "has dtype Bits8, which no array class has; convert it with to(ScalarType)"),
        refused(
            ones().to(ScalarType.Int)._neg_view(),
            "is a negative view of int32; resolve_neg() computes it"),
        refused(Tensors.requiringGradients(2, 3), GRADIENTS),
        refused(Tensors.requiringGradients(2, 3).mul(new Scalar(2)), GRADIENTS),
        refused(LINEAR.weight(), GRADIENTS),
        refused(withStorage(0), RESIZED),
        refused(withStorage(23), RESIZED),
        refused(outOfArray(), "cannot be read: position 7 is not below limit 3"));
  }

  private static Arguments refused(Tensor tensor, String reason) {
    return Arguments.of(reason, tensor);
  }

  private static Tensor ones() {
    return torch.ones(2, 3);
  }

  private static Tensor empty(ScalarType scalarType) {
    return torch.empty(new long[] {2, 3}, new TensorOptions(scalarType), null);
  }

  private static Tensor meta() {
    return torch.empty(new long[] {2, 3}, new TensorOptions(new Device("meta")), null);
  }

  private static Tensor withStorage(long bytes) {
    Tensor tensor = ones();
    tensor.storage().set_nbytes(bytes);
    return tensor;
  }

  private static Tensor outOfArray() {
    return new Tensor(3L).position(7);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesWithReasonAndWayOut(String reason, Tensor tensor) {
    assertThatThrownBy(() -> DemoAdapter.sum(tensor))
        .isInstanceOf(ContractException.class)
        .hasMessage("Demo.sum: x " + reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void keepsNothingOfWhatItRefuses(String reason, Tensor tensor) {
    if (tensor.position() == 0 && tensor.defined()) {
      long before = tensor.use_count();
      PyTorch.describe(tensor);
      assertThat(tensor.use_count()).as(reason).isEqualTo(before);
    }
  }

  @Test
  void refusesClosedTensors() {
    Tensor closed = ones();
    closed.close();
    assertThatThrownBy(() -> DemoAdapter.sum(closed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Demo.sum: x has been closed");
    assertThatThrownBy(() -> DemoAdapter.sum(new Tensor((Pointer) null)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Demo.sum: x has been closed");
  }

  @Test
  void refusesNull() {
    assertThat(PyTorch.describe(null)).isNull();
    assertThatThrownBy(() -> DemoAdapter.sum(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Demo.sum: x is null");
  }

  @Test
  void saysWhatIsWrongWithDtypeAndShape() {
    assertThatThrownBy(() -> DemoAdapter.sum(torch.ones(3).to(ScalarType.Double)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("dtype is float64, expected float32")
        .hasMessageContaining("does not fit \"n d\"");
  }

  @Test
  void readsWhatRequiresGradientsWhileTheyAreNotRecorded() {
    Tensor weight = Tensors.requiringGradients(2, 3);
    try (NoGradGuard guard = new NoGradGuard()) {
      assertThat(guard.isNull()).isFalse();
      assertThat(DemoAdapter.sum(weight)).isEqualTo(6);
      assertThat(DemoAdapter.sum(weight.mul(new Scalar(2)))).isEqualTo(12);
    }
    assertThat(DemoAdapter.sum(weight.detach())).isEqualTo(6);
  }

  @Test
  void readsInferenceTensors() {
    Tensor tensor;
    try (InferenceMode mode = new InferenceMode(true)) {
      assertThat(mode.isNull()).isFalse();
      tensor = ones();
      assertThat(DemoAdapter.sum(tensor)).isEqualTo(6);
    }
    assertThat(tensor.is_inference()).isTrue();
    assertThat(DemoAdapter.sum(tensor)).isEqualTo(6);
  }

  @Test
  void readsTheTensorAtAPosition() {
    Tensor several = new Tensor(3L);
    several.position(1).put(Tensors.counting(2, 3));
    assertThat(DemoAdapter.sum(several)).isEqualTo(15);
    several.position(0).put(ones());
    assertThat(DemoAdapter.sum(several)).isEqualTo(6);
  }

  @Test
  void tellsTheDtypeOfAnyTensor() {
    Tensor closed = ones();
    closed.close();
    assertThat(PyTorch.dtype(null)).isNull();
    assertThat(PyTorch.dtype(closed)).isNull();
    assertThat(PyTorch.dtype(new Tensor())).isNull();
    assertThat(PyTorch.dtype(ones().to(ScalarType.Float8_e5m2))).isNull();
    assertThat(PyTorch.dtype(ones().to_sparse())).isEqualTo(DType.FLOAT32);
    for (DType dtype : DType.concrete()) {
      assertThat(PyTorch.dtype(ones().to(Tensors.scalarType(dtype)))).isEqualTo(dtype);
    }
  }
}
