package dev.ndbind.dlpack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ndbind.Float32Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.pytorch.PyTorch;
import java.util.Random;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LibTorch's own DLPack takes what was exported, and gives what is taken, in both structures. */
class TorchTest {
  private static final int ROUNDS = 25;

  static DType[] dtypes() {
    return DType.concrete().toArray(DType[]::new);
  }

  /** LibTorch has no negative strides. */
  private static NumpyArray withoutNegativeStrides(NumpyArray array) {
    NumpyArray result = array;
    for (int axis = 0; axis < array.rank(); axis++) {
      result = result.byteStrides()[axis] < 0 ? result.flip(axis) : result;
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void libTorchTakesTensors(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      NumpyArray array = withoutNegativeStrides(Layouts.random(dtype, random));
      try (Tensor taken = LibTorch.taken(DLPack.export(array), true)) {
        assertSame(array, taken);
        if (array.size() > 0) {
          assertThat(taken.data_ptr().address()).isEqualTo(ArrayExport.of(array).address());
        }
      }
      try (Tensor taken = LibTorch.taken(DLPack.exportUnversioned(array), false)) {
        assertSame(array, taken);
      }
    }
    assertThat(Waiting.areAllDeleted()).isTrue();
  }

  /** By way of PyTorch's own bridge, which knows nothing of DLPack. */
  private static void assertSame(NumpyArray array, Tensor tensor) {
    NumpyArray seen = PyTorch.view(tensor, NumpyArray.class);
    assertThat(seen.dtype()).isEqualTo(array.dtype());
    assertThat(seen.shape()).isEqualTo(array.shape());
    assertThat(Layouts.bytes(seen)).isEqualTo(Layouts.bytes(array));
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void tensorsOfLibTorchAreTaken(DType dtype) {
    Random random = new Random(dtype.name().hashCode());
    for (int i = 0; i < ROUNDS; i++) {
      NumpyArray array = withoutNegativeStrides(Layouts.random(dtype, random)).copy();
      try (Tensor plain = PyTorch.tensor(array);
          Tensor tensor = plain.dim() > 1 ? plain.transpose(0, 1) : plain.alias()) {
        NumpyArray taken = DLPack.take(LibTorch.given(tensor, true), NumpyArray.class);
        assertSame(taken, tensor);
        assertThat(taken.isWritable()).isTrue();
        taken.free();
        NumpyArray old = DLPack.takeUnversioned(LibTorch.given(tensor, false), NumpyArray.class);
        assertSame(old, tensor);
        assertThat(old.isWritable()).isFalse();
      }
    }
  }

  @Test
  void float8GoesThroughAsBytes() {
    UInt8Array bytes = UInt8Array.of(new int[] {0, 0x38, 0xb8, 0x7e});
    try (Tensor tensor = LibTorch.taken(DLPack.export(bytes, Float8.E4M3FN), true)) {
      assertThat(tensor.scalar_type().intern()).isEqualTo(torch.ScalarType.Float8_e4m3fn);
      try (Tensor floats = tensor.to(torch.ScalarType.Float)) {
        assertThat(PyTorch.view(floats, Float32Array.class).toArray())
            .containsExactly(0, 1, -1, 448);
      }
      UInt8Array back = DLPack.take(LibTorch.given(tensor, true), Float8.E4M3FN);
      assertThat(back.toArray()).containsExactly(bytes.toArray());
      bytes.set(0, 0x40);
      assertThat(back.get(0)).isEqualTo(0x40);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachSideOutlivesTheOther(boolean isVersioned) {
    assertThat(Waiting.areAllDeleted()).isTrue();
    Float32Array array = Float32Array.of(new float[] {1, 2, 4});
    long exported = isVersioned ? DLPack.export(array) : DLPack.exportUnversioned(array);
    Tensor tensor = LibTorch.taken(exported, isVersioned);
    array.free();
    Float32Array back =
        isVersioned
            ? DLPack.take(LibTorch.given(tensor, true), Float32Array.class)
            : DLPack.takeUnversioned(LibTorch.given(tensor, false), Float32Array.class);
    try (Tensor _ = tensor.add_(new Scalar(1))) {
      tensor.close();
    }
    assertThat(back.toArray()).containsExactly(2, 3, 5);
    assertThat(Exports.count()).isOne();
    back.free();
    assertThat(Waiting.until(() -> Exports.count() == 0)).isTrue();
  }
}
