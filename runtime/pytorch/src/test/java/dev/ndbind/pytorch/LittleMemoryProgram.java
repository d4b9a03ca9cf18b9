package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Converts more than 64 MiB of native memory can hold. */
final class LittleMemoryProgram {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract Y = ArrayContract.of("y", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract VERSION = X.reuse(Reuse.VERSION);
  private static final ArrayContract WRITTEN =
      ArrayContract.of("out", DType.FLOAT64).casting(Casting.SAME_KIND).use(Use.WRITE_BACK);

  /** Elements whose copies have 40 MiB: one fits, two do not. */
  private static final int LARGE = 5 << 20;

  private LittleMemoryProgram() {}

  public static void main(String[] arguments) {
    aCallThatFindsNoMemoryLeavesNothingBehind();
    rememberedCopiesMakeRoom();
    withoutMemoryForTensors();
  }

  /** A tensor that takes little memory itself: all of its elements are one. */
  private static Tensor expanded(double value) {
    return torch.full(new long[] {1}, new Scalar(value)).expand(LARGE);
  }

  private static void aCallThatFindsNoMemoryLeavesNothingBehind() {
    Tensor fits = expanded(1);
    Tensor tooMuch = expanded(2);
    Tensor written = torch.ones(3);
    long version = written._version();
    for (int i = 0; i < 5; i++) {
      try (Call call = METHOD.begin()) {
        Argument out = call.argument(WRITTEN, PyTorch.describe(written));
        Argument x = call.argument(X, PyTorch.describe(fits));
        Argument y = call.argument(Y, PyTorch.describe(tooMuch));
        call.check();
        out.as(Float64Array.class).set(0, 9);
        assertThat(x.as(Float64Array.class).get(LARGE - 1)).isEqualTo(1);
        assertThatThrownBy(() -> y.as(Float64Array.class))
            .isInstanceOf(OutOfMemoryError.class)
            .hasMessageStartingWith(
                "A.f: y would be copied (41943040 bytes), and there is no memory for that: ");
      }
      assertThat(fits.use_count()).isEqualTo(1);
      assertThat(tooMuch.use_count()).isEqualTo(1);
      assertThat(written.use_count()).isEqualTo(1);
      assertThat(written._version()).isEqualTo(version);
      assertThat(written.equal(torch.ones(3))).isTrue();
      assertThat(last(X, tooMuch)).isEqualTo(2);
    }
  }

  private static double last(ArrayContract contract, Tensor tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, PyTorch.describe(tensor));
      call.check();
      return argument.as(Float64Array.class).get(LARGE - 1);
    }
  }

  private static void rememberedCopiesMakeRoom() {
    Tensor remembered = expanded(1);
    try (ReuseStore store = ReuseStore.ofBytes(1 << 30)) {
      assertThat((double) store.call(() -> last(VERSION, remembered))).isEqualTo(1);
      assertThat(store.statistics().copies()).isEqualTo(1);
      assertThat(remembered.use_count()).isEqualTo(2);
      assertThat(last(X, expanded(3))).isEqualTo(3);
      assertThat(store.statistics().copies()).isZero();
      assertThat(remembered.use_count()).isEqualTo(1);
    }
  }

  /** JavaCPP refuses to make more tensors when the process has so much memory. */
  private static void withoutMemoryForTensors() {
    Tensor tensor = expanded(1);
    Float32Array array = Float32Array.of(new float[] {1, 2, 3});
    int loans = SharedMemory.loans();
    List<Tensor> ballast = fill();
    Float64Array more = Float64Array.zeros(3 << 20);
    assertNoTensor(array); // Would share the memory.
    assertNoTensor(array.flip(0)); // Would be copied.
    assertThat(last(X, tensor)).isEqualTo(1);
    assertThat(last(VERSION, tensor)).isEqualTo(1);
    assertThat(tensor.use_count()).isEqualTo(1); // Not remembered.
    ballast.forEach(Tensor::close);
    assertThat(more.get(0)).isZero(); // Until now it was reachable.
    assertThat(SharedMemory.loans()).isEqualTo(loans);
    assertThat(Elements.of(PyTorch.tensor(array))).containsExactly(1.0, 2.0, 3.0);
    assertThat(Elements.of(PyTorch.tensor(array.flip(0)))).containsExactly(3.0, 2.0, 1.0);
  }

  private static List<Tensor> fill() {
    List<Tensor> tensors = new ArrayList<>();
    try {
      while (true) {
        tensors.add(torch.ones(4 << 20));
      }
    } catch (OutOfMemoryError e) {
      assertThat(e).hasMessageContaining("physicalBytes");
    }
    return tensors;
  }

  private static void assertNoTensor(Float32Array array) {
    assertThatThrownBy(() -> PyTorch.tensor(array))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageContaining("physicalBytes");
  }
}
