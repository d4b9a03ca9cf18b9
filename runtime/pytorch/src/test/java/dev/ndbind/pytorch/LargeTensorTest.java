package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ndbind.Float32Array;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tensors of more bytes and more elements than an int counts. Few of their pages are touched. */
class LargeTensorTest {
  private static final long ROWS = (1L << 16) + 1;
  private static final long COLUMNS = 1L << 15;

  @BeforeEach
  void needsRoom() {
    assumeTrue(Pointer.availablePhysicalBytes() > 6L << 30, "6 GiB of free memory");
  }

  private static Tensor empty(DType dtype, long... shape) {
    return torch.empty(shape, TorchTypes.options(dtype), null);
  }

  @Test
  void readsMoreThanTwoGigaelements() {
    try (Tensor tensor = empty(DType.UINT8, ROWS, COLUMNS)) {
      tensor.get(ROWS - 1).fill_(new Scalar(7));
      tensor.get(ROWS - 1).get(COLUMNS - 2).fill_(new Scalar(200));
      UInt8Array array = PyTorch.view(tensor, UInt8Array.class);
      assertThat(array.size()).isGreaterThan(Integer.MAX_VALUE);
      assertThat(array.get(ROWS - 1, COLUMNS - 1)).isEqualTo(7);
      assertThat(array.get(ROWS - 1, COLUMNS - 2)).isEqualTo(200);
      UInt8Array flat = array.reshape(-1);
      assertThat(flat.get(flat.size() - 2)).isEqualTo(200);
    }
  }

  @Test
  void viewsTransposedAndSlicedWithoutCopies() {
    try (Tensor tensor = empty(DType.FLOAT32, ROWS, COLUMNS / 2)) {
      tensor.get(ROWS - 1).fill_(new Scalar(1f));
      tensor.get(ROWS - 1).get(COLUMNS / 2 - 1).fill_(new Scalar(2f));
      long before = Pointer.physicalBytes();
      Float32Array turned = PyTorch.view(tensor.t(), Float32Array.class);
      Tensor corner = tensor.narrow(0, ROWS - 2, 2).narrow(1, COLUMNS / 2 - 3, 3);
      Float32Array slice = PyTorch.view(corner, Float32Array.class);
      assertThat(turned.get(COLUMNS / 2 - 1, ROWS - 1)).isEqualTo(2);
      assertThat(turned.get(COLUMNS / 2 - 2, ROWS - 1)).isEqualTo(1);
      assertThat(slice.get(1, 2)).isEqualTo(2);
      assertThat(slice.byteStrides()).containsExactly(COLUMNS * 2, 4);
      DemoAdapter.mark(tensor.narrow(0, ROWS - 1, 1));
      assertThat(slice.get(1, 2)).isEqualTo(102);
      assertThat(Pointer.physicalBytes() - before).isLessThan(64 << 20);
    }
  }
}
