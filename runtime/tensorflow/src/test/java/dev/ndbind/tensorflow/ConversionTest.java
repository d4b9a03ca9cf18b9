package dev.ndbind.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/** Arguments that a view does not fit. */
class ConversionTest {
  private static final MethodContract METHOD = MethodContract.of("Kernel.run");
  private static final ArrayContract FLOATS = ArrayContract.of("x", DType.FLOAT32);
  private static final ArrayContract DOUBLES =
      ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE);

  @Test
  void copiesToFOrder() {
    try (TFloat32 tensor =
            TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 2, 3}, {4, 5, 6}}));
        Call call = METHOD.begin()) {
      Float32Array array = as(call, FLOATS.order(Order.F), tensor, Float32Array.class);

      assertThat(array.byteStrides()).containsExactly(4, 8);
      assertThat(array.transpose().toArray()).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(array.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void castsUnsignedBytes() {
    try (TUint8 tensor = TUint8.vectorOf((byte) 0, (byte) 127, (byte) -128, (byte) -1);
        Call call = METHOD.begin()) {
      Float32Array array = as(call, FLOATS.casting(Casting.SAFE), tensor, Float32Array.class);

      assertThat(array.toArray()).containsExactly(0, 127, 128, 255);
    }
  }

  @Test
  void castsInts() {
    try (TInt32 tensor = TInt32.vectorOf(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        Call call = METHOD.begin()) {
      assertThat(as(call, DOUBLES, tensor, Float64Array.class).toArray())
          .containsExactly(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
  }

  @Test
  void castsBfloat16() {
    try (TBfloat16 tensor = TBfloat16.vectorOf(1.5f, -0x1p-133f, Float.NEGATIVE_INFINITY);
        Call call = METHOD.begin()) {
      assertThat(as(call, DOUBLES, tensor, Float64Array.class).toArray())
          .containsExactly(1.5, -0x1p-133, Double.NEGATIVE_INFINITY);
    }
  }

  @Test
  void refusesUnsafeCasts() {
    try (TInt64 tensor = TInt64.vectorOf(1);
        Call call = METHOD.begin()) {
      Argument unused = call.argument(FLOATS.casting(Casting.SAFE), TensorFlow.describe(tensor));

      assertThatThrownBy(call::check)
          .isInstanceOf(ContractException.class)
          .hasMessageStartingWith("Kernel.run: x dtype is int64, expected float32");
      assertThatThrownBy(() -> unused.as(Float32Array.class))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void refusesToWrite() {
    try (TFloat32 tensor = TFloat32.vectorOf(1);
        Call call = METHOD.begin()) {
      call.argument(FLOATS.use(Use.WRITE), TensorFlow.describe(tensor));

      assertThatThrownBy(call::check)
          .isInstanceOf(ContractException.class)
          .hasMessage(
              "Kernel.run: x cannot be written: TensorFlow's tensors are immutable, and constants"
                  + " are shared");
    }
  }

  @Test
  void isolatesCopies() {
    try (TFloat32 tensor = TFloat32.vectorOf(1, 2);
        Call call = METHOD.begin()) {
      Float32Array array = as(call, FLOATS.use(Use.COPY), tensor, Float32Array.class);
      array.set(0, 9);

      assertThat(array.get(0)).isEqualTo(9);
      assertThat(tensor.getFloat(0)).isEqualTo(1);
    }
  }

  @Test
  void convertsTheSameTensorOnce() {
    try (TInt32 tensor = TInt32.vectorOf(1, 2);
        TInt32 equal = TInt32.vectorOf(1, 2);
        Call call = METHOD.begin()) {
      Argument first = call.argument(DOUBLES, TensorFlow.describe(tensor));
      Argument second = call.argument(DOUBLES, TensorFlow.describe(tensor));
      Argument third = call.argument(DOUBLES, TensorFlow.describe(equal));
      call.check();

      MemorySegment memory = first.as(MemorySegment.class);
      assertThat(second.as(MemorySegment.class).address()).isEqualTo(memory.address());
      assertThat(third.as(MemorySegment.class).address()).isNotEqualTo(memory.address());
      assertThat(References.count(tensor)).isEqualTo(3);
    }
  }

  @Test
  void viewsRankZeroAndNoElements() {
    try (TFloat32 scalar = TFloat32.scalarOf(3);
        TFloat32 empty = TFloat32.tensorOf(Shape.of(0, 4));
        Call call = METHOD.begin()) {
      Argument first = call.argument(FLOATS.use(Use.VIEW), TensorFlow.describe(scalar));
      Argument second = call.argument(FLOATS.use(Use.VIEW), TensorFlow.describe(empty));
      call.check();

      assertThat(first.as(Float32Array.class).get()).isEqualTo(3);
      assertThat(second.as(Float32Array.class).shape()).containsExactly(0, 4);
      assertThat(second.as(Float32Array.class).segment().byteSize()).isZero();
    }
  }

  @Test
  void makesJavaArrays() {
    try (TFloat32 tensor = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 2}, {3, 4}}));
        Call call = METHOD.begin()) {
      float[][] rows = as(call, FLOATS.javaArray(), tensor, float[][].class);
      rows[0][0] = 9;

      assertThat(rows).isDeepEqualTo(new float[][] {{9, 2}, {3, 4}});
      assertThat(tensor.getFloat(0, 0)).isEqualTo(1);
    }
  }

  private static <T> T as(Call call, ArrayContract contract, TType tensor, Class<T> type) {
    Argument argument = call.argument(contract, TensorFlow.describe(tensor));
    call.check();
    return argument.as(type);
  }
}
