package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** Converts more than 64 MiB of native memory can hold. */
final class LittleMemoryProgram {
  private static final MethodContract METHOD = MethodContract.of("A.f");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract Y = ArrayContract.of("y", DType.FLOAT64).casting(Casting.SAFE);
  private static final ArrayContract CONSTANT = X.reuse(Reuse.CONSTANT);

  /** Elements whose copies have 40 MiB: one fits, two do not. */
  private static final int LARGE = 5 << 20;

  private LittleMemoryProgram() {}

  public static void main(String[] arguments) {
    aCallThatFindsNoMemoryLeavesNothingBehind();
    rememberedCopiesMakeRoom();
    withoutMemoryForTensors();
  }

  private static TUint8 large(int value) {
    TUint8 tensor = Tensor.of(TUint8.class, Shape.of(LARGE));
    tensor.setByte((byte) value, LARGE - 1);
    return tensor;
  }

  private static void aCallThatFindsNoMemoryLeavesNothingBehind() {
    try (TUint8 fits = large(1);
        TUint8 tooMuch = large(2)) {
      for (int i = 0; i < 5; i++) {
        try (Call call = METHOD.begin()) {
          Argument x = call.argument(X, TensorFlow.describe(fits));
          Argument y = call.argument(Y, TensorFlow.describe(tooMuch));
          call.check();
          assertThat(x.as(Float64Array.class).get(LARGE - 1)).isEqualTo(1);
          assertThatThrownBy(() -> y.as(Float64Array.class))
              .isInstanceOf(OutOfMemoryError.class)
              .hasMessageStartingWith(
                  "A.f: y would be copied (41943040 bytes), and there is no memory for that: ");
        }
        assertThat(References.count(fits)).isEqualTo(1);
        assertThat(References.count(tooMuch)).isEqualTo(1);
        assertThat(last(X, tooMuch)).isEqualTo(2);
      }
    }
  }

  private static double last(ArrayContract contract, TType tensor) {
    try (Call call = METHOD.begin()) {
      Argument argument = call.argument(contract, TensorFlow.describe(tensor));
      call.check();
      return argument.as(Float64Array.class).get(LARGE - 1);
    }
  }

  private static void rememberedCopiesMakeRoom() {
    try (TUint8 remembered = large(1);
        TUint8 other = large(2);
        ReuseStore store = ReuseStore.ofBytes(1 << 30)) {
      assertThat((double) store.call(() -> last(CONSTANT, remembered))).isEqualTo(1);
      assertThat(store.statistics().copies()).isEqualTo(1);
      assertThat(References.count(remembered)).isEqualTo(2);
      assertThat(last(X, other)).isEqualTo(2);
      assertThat(store.statistics().copies()).isZero();
      assertThat(References.count(remembered)).isEqualTo(1);
    }
  }

  /** JavaCPP refuses to make more tensors when the process has so much memory. */
  private static void withoutMemoryForTensors() {
    Float32Array array = Float32Array.of(new float[] {1, 2, 3});
    try (TUint8 tensor = large(1)) {
      List<TFloat32> ballast = fill();
      Float64Array more = Float64Array.zeros(3 << 20);
      long handles = Pointer.totalCount();
      assertThatThrownBy(() -> TensorFlow.tensor(array))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessageContaining("physicalBytes");
      assertThat(last(X, tensor)).isEqualTo(1);
      assertThat(last(CONSTANT, tensor)).isEqualTo(1);
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(handles);
      ballast.forEach(TFloat32::close);
      assertThat(more.get(0)).isZero(); // Until now it was reachable.
    }
    try (TFloat32 tensor = TensorFlow.tensor(array)) {
      assertThat(tensor.getFloat(2)).isEqualTo(3);
    }
  }

  private static List<TFloat32> fill() {
    List<TFloat32> tensors = new ArrayList<>();
    float[] ones = new float[1 << 20];
    Arrays.fill(ones, 1);
    FloatDataBuffer data = DataBuffers.of(ones);
    try {
      while (true) {
        tensors.add(TFloat32.tensorOf(Shape.of(ones.length), data));
      }
    } catch (OutOfMemoryError e) {
      assertThat(e).hasMessageContaining("physicalBytes");
    }
    return tensors;
  }
}
