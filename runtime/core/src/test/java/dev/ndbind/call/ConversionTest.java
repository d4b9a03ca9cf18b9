package dev.ndbind.call;

import static dev.ndbind.annotation.DType.COMPLEX128;
import static dev.ndbind.annotation.DType.COMPLEX64;
import static dev.ndbind.annotation.DType.FLOAT32;
import static dev.ndbind.annotation.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Complex128Array;
import dev.ndbind.Complex64Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.Device;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Use;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Which arrays a method gets: views where they fit, else copies, and what becomes of writes. */
class ConversionTest {
  private static final MethodContract METHOD = MethodContract.of("A.f", "n");
  private static final ArrayContract X = ArrayContract.of("x", FLOAT32);

  private static Float32Array matrix() {
    return Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
  }

  private static <A extends NumpyArray> A only(
      Class<A> type, Call call, ArrayContract x, TensorDescription tensor) {
    Argument argument = call.argument(x, tensor);
    call.check();
    return argument.as(type);
  }

  private static boolean shares(NumpyArray a, NumpyArray b) {
    return TestTensor.addressOf(a) == TestTensor.addressOf(b);
  }

  @Test
  void readsTheTensorsOwnMemoryIfItFits() {
    Float32Array array = matrix();
    for (Float32Array own : new Float32Array[] {array, array.transpose(), array.flip(1)}) {
      try (Call call = METHOD.begin()) {
        Float32Array seen = only(Float32Array.class, call, X, TestTensor.of(own));
        assertThat(shares(seen, own)).isTrue();
        assertThat(seen.byteStrides()).isEqualTo(own.byteStrides());
        assertThat(seen.isWritable()).isFalse();
        assertThat(seen.toArray()).isEqualTo(own.toArray());
      }
    }
  }

  @Test
  void readsCopiesThatAreReadOnly() {
    Float32Array array = matrix();
    try (Call call = METHOD.begin()) {
      Float32Array seen = only(Float32Array.class, call, X.order(Order.F), TestTensor.of(array));
      assertThat(shares(seen, array)).isFalse();
      assertThat(seen.isContiguous(Order.F)).isTrue();
      assertThat(seen.isContiguous(Order.C)).isFalse();
      assertThat(seen.toArray()).isEqualTo(array.toArray());
      assertThatThrownBy(() -> seen.set(0, 0, 1)).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void castsToTheFirstDtypeAllowed() {
    ArrayContract wide = ArrayContract.of("x", FLOAT64, COMPLEX128).casting(Casting.SAFE);
    try (Call call = METHOD.begin()) {
      Float64Array seen = only(Float64Array.class, call, wide, TestTensor.of(matrix().transpose()));
      assertThat(seen.toArray()).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(seen.isContiguous(Order.C)).isTrue();
    }
    try (Call call = METHOD.begin()) {
      Complex128Array seen =
          only(
              Complex128Array.class,
              call,
              wide,
              TestTensor.of(Complex64Array.of(new float[] {1, 2})));
      assertThat(seen.toArray()).containsExactly(1, 2);
    }
  }

  @Test
  void copiesMisalignedMemoryThatIsRead() {
    Float32Array array = Float32Array.zeros(3);
    array.segment().asByteBuffer().order(ByteOrder.nativeOrder()).putFloat(1, 2.5f);
    try (Call call = METHOD.begin()) {
      Float32Array seen = only(Float32Array.class, call, X, TestTensor.at(array, 1, 2));
      assertThat(seen.get(0)).isEqualTo(2.5f);
      assertThat(TestTensor.addressOf(seen) % 4).isZero();
    }
  }

  @Test
  void convertsTheSameTensorOnce() {
    Float32Array array = matrix();
    ArrayContract f = X.order(Order.F);
    try (Call call = METHOD.begin()) {
      Argument first = call.argument(f, TestTensor.of(array));
      Argument second = call.argument(f, TestTensor.of(array));
      Argument cast =
          call.argument(
              ArrayContract.of("z", FLOAT64).casting(Casting.SAFE).order(Order.F),
              TestTensor.of(array));
      Argument own = call.argument(f.use(Use.COPY), TestTensor.of(array));
      Argument part = call.argument(f, TestTensor.of(array.slice(0, 0, 2).slice(1, 0, 2)));
      call.check();
      Float32Array a = first.as(Float32Array.class);
      Float32Array b = second.as(Float32Array.class);
      assertThat(shares(a, b)).isTrue();
      assertThat(b.toArray()).isEqualTo(array.toArray());
      assertThat(cast.as(Float64Array.class).toArray()).containsExactly(1, 2, 3, 4, 5, 6);
      Float32Array isolated = own.as(Float32Array.class);
      assertThat(shares(isolated, a)).isFalse();
      isolated.set(0, 0, 100);
      assertThat(a.get(0, 0)).isEqualTo(1);
      assertThat(part.as(Float32Array.class).toArray()).containsExactly(1, 2, 4, 5);
    }
  }

  @Test
  void doesNotServeAReaderFromACopyThatIsWritten() {
    Float32Array array = matrix();
    try (Call call = METHOD.begin()) {
      Argument own = call.argument(X.order(Order.F).use(Use.COPY), TestTensor.of(array));
      Argument read = call.argument(X.order(Order.F), TestTensor.of(array));
      call.check();
      own.as(Float32Array.class).set(0, 0, 100);
      assertThat(read.as(Float32Array.class).get(0, 0)).isEqualTo(1);
    }
  }

  @Test
  void isolatesCopiesEvenIfTheTensorFits() {
    Float32Array array = matrix();
    try (Call call = METHOD.begin()) {
      Float32Array seen = only(Float32Array.class, call, X.use(Use.COPY), TestTensor.of(array));
      seen.set(1, 2, 60);
      assertThat(array.get(1, 2)).isEqualTo(6);
    }
    assertThat(array.get(1, 2)).isEqualTo(6);
  }

  @Test
  void writesInPlace() {
    Float32Array array = matrix();
    TestTensor tensor = TestTensor.of(array.transpose());
    try (Call call = METHOD.begin()) {
      Float32Array seen = only(Float32Array.class, call, X.use(Use.WRITE), tensor);
      seen.set(2, 1, 60);
      assertThat(array.get(1, 2)).isEqualTo(60);
      assertThat(tensor.events).containsExactly("writableAddress");
      call.complete();
    }
    assertThat(tensor.events).containsExactly("writableAddress", "written", "release");
  }

  @Test
  void writesBackThroughCastAndOrder() {
    Float64Array array = Float64Array.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
    TestTensor tensor = TestTensor.of(array.flip(1));
    ArrayContract x = X.use(Use.WRITE_BACK).casting(Casting.SAME_KIND).order(Order.F);
    try (Call call = METHOD.begin()) {
      Float32Array seen = only(Float32Array.class, call, x, tensor);
      assertThat(seen.toArray()).containsExactly(3, 2, 1, 6, 5, 4);
      assertThat(seen.isContiguous(Order.F)).isTrue();
      seen.set(1, 0, 60.5f);
      assertThat(array.get(1, 2)).isEqualTo(6);
      call.complete();
      assertThat(array.toArray()).containsExactly(1, 2, 3, 4, 5, 60.5);
    }
    assertThat(tensor.events).containsExactly("writableAddress", "written", "release");
  }

  @Test
  void leavesTheTensorAloneIfTheMethodThrows() {
    Float32Array array = matrix();
    TestTensor tensor = TestTensor.of(array);
    assertThatThrownBy(
            () -> {
              try (Call call = METHOD.begin()) {
                Float32Array seen = only(Float32Array.class, call, X.use(Use.WRITE_BACK), tensor);
                seen.set(0, 0, 100);
                throw new ArithmeticException("from the method");
              }
            })
        .hasMessage("from the method");
    assertThat(array.toArray()).isEqualTo(matrix().toArray());
    assertThat(tensor.events).containsExactly("release");
  }

  @Test
  void bringsTensorsFromDevicesOnce() {
    ArrayContract x = X.device(Device.ANY);
    Float32Array array = matrix().transpose();
    TestTensor tensor = TestTensor.onDevice("cuda:0", array);
    try (Call call = METHOD.begin()) {
      Argument first = call.argument(x, tensor);
      Argument second = call.argument(x, tensor);
      TestTensor elsewhere = TestTensor.onDevice("cuda:1", array.flip(0));
      Argument third = call.argument(x, elsewhere);
      call.check();
      assertThat(tensor.events).isEmpty();
      Float32Array a = first.as(Float32Array.class);
      Float32Array b = second.as(Float32Array.class);
      assertThat(a.toArray()).isEqualTo(array.toArray());
      assertThat(a.isWritable()).isFalse();
      assertThat(shares(a, b)).isTrue();
      assertThat(third.as(Float32Array.class).toArray()).isEqualTo(array.flip(0).toArray());
      assertThat(tensor.count("toHost")).isEqualTo(1);
    }
    assertThat(tensor.host.events).containsExactly("release");
  }

  @Test
  void bringsAnExpandedTensorFromADevice() {
    Shape pattern = Shape.of("n #n", Axis.named(0), Axis.broadcast(0));
    TestTensor tensor = TestTensor.onDevice("cuda:0", Float32Array.of(new float[] {1, 2}, 2, 1));
    try (Call call = METHOD.begin()) {
      Float32Array seen =
          only(Float32Array.class, call, X.shape(pattern).device(Device.ANY), tensor);
      assertThat(seen.shape()).containsExactly(2, 2);
      assertThat(seen.toArray()).containsExactly(1, 1, 2, 2);
    }
  }

  @Test
  void sharesNoCopyBetweenTensorsOfDifferentSigns() {
    Complex64Array array = Complex64Array.of(new float[] {1, 2});
    ArrayContract wide = ArrayContract.of("x", COMPLEX128).casting(Casting.SAFE);
    TestTensor conjugate = TestTensor.of(array);
    conjugate.conjugate = true;
    TestTensor negative = TestTensor.of(array);
    negative.negative = true;
    try (Call call = METHOD.begin()) {
      Argument plain = call.argument(wide, TestTensor.of(array));
      Argument first = call.argument(wide, conjugate);
      Argument second = call.argument(wide, negative);
      call.check();
      assertThat(plain.as(Complex128Array.class).toArray()).containsExactly(1, 2);
      assertThat(first.as(Complex128Array.class).toArray()).containsExactly(1, -2);
      assertThat(second.as(Complex128Array.class).toArray()).containsExactly(-1, -2);
    }
  }

  @Test
  void resolvesConjugateAndNegativeBits() {
    Complex64Array array = Complex64Array.of(new float[] {1, 2, -3, 0});
    TestTensor tensor = TestTensor.of(array);
    tensor.conjugate = true;
    try (Call call = METHOD.begin()) {
      Complex64Array seen =
          only(Complex64Array.class, call, ArrayContract.of("x", COMPLEX64), tensor);
      assertThat(seen.toArray()).containsExactly(1, -2, -3, -0f);
    }
    TestTensor both = TestTensor.of(array);
    both.conjugate = true;
    both.negative = true;
    try (Call call = METHOD.begin()) {
      ArrayContract wide = ArrayContract.of("x", COMPLEX128).casting(Casting.SAFE);
      Complex128Array seen = only(Complex128Array.class, call, wide, both);
      assertThat(seen.toArray()).containsExactly(-1, 2, 3, 0);
    }
    TestTensor negative = TestTensor.of(matrix().transpose());
    negative.negative = true;
    try (Call call = METHOD.begin()) {
      Argument first = call.argument(X, negative);
      Argument second = call.argument(X, TestTensor.of(matrix().transpose()));
      call.check();
      assertThat(first.as(Float32Array.class).toArray()).containsExactly(-1, -4, -2, -5, -3, -6);
      assertThat(second.as(Float32Array.class).toArray()).containsExactly(1, 4, 2, 5, 3, 6);
    }
    assertThat(array.toArray()).containsExactly(1, 2, -3, 0);
  }
}
