package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float32Array;
import dev.ndbind.annotation.DType;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import dev.ndbind.call.TensorDescription;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** Nobody can take the memory away during a call, and nothing is kept after it. */
class LifetimeTest {
  private static final MethodContract USE = MethodContract.of("LifetimeTest.use");
  private static final ArrayContract X = ArrayContract.of("x", DType.FLOAT32);

  /** So large that freed memory is unmapped: a read of it would end the process. */
  private static final int LARGE = 48 << 20;

  static double use(Tensor tensor, ToDoubleFunction<Float32Array> method) {
    try (Call call = USE.begin()) {
      Argument argument = call.argument(X, PyTorch.describe(tensor));
      call.check();
      return method.applyAsDouble(argument.as(Float32Array.class));
    }
  }

  private static double sum(Float32Array array) {
    double sum = 0;
    for (long i = 0; i < array.shape(0); i++) {
      sum += array.get(i);
    }
    return sum;
  }

  @Test
  void survivesCloseDuringTheCall() {
    Tensor tensor = torch.ones(LARGE);
    double sum =
        use(
            tensor,
            array -> {
              tensor.close();
              return sum(array);
            });
    assertThat(sum).isEqualTo(LARGE);
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void survivesTheEndOfAPointerScopeDuringTheCall() {
    PointerScope scope = new PointerScope();
    Tensor tensor = torch.ones(LARGE);
    double sum =
        use(
            tensor,
            array -> {
              scope.close();
              return sum(array);
            });
    assertThat(sum).isEqualTo(LARGE);
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void survivesCloseByAnotherThreadDuringTheCall() throws InterruptedException {
    Tensor tensor = torch.ones(LARGE);
    CountDownLatch begun = new CountDownLatch(1);
    Thread closing =
        Thread.ofPlatform()
            .start(() -> {
              awaitQuietly(begun);
              tensor.close();
            });
    double sum =
        use(
            tensor,
            array -> {
              begun.countDown();
              double last = 0;
              while (!tensor.isNull()) {
                last = sum(array);
              }
              return last + sum(array.slice(0, 0, 1));
            });
    closing.join();
    assertThat(sum).isIn(1.0, LARGE + 1.0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void holdsTheTensorUntilTheDescriptionIsReleased() {
    Tensor tensor = torch.ones(2, 3);
    TensorDescription description = PyTorch.describe(tensor);
    assertThat(tensor.use_count()).isEqualTo(2);
    description.release();
    assertThat(tensor.use_count()).isEqualTo(1);
    description.release();
    assertThat(tensor.use_count()).isEqualTo(1);
  }

  @Test
  void holdsNothingAfterTheCall() {
    Tensor tensor = torch.ones(2, 3);
    for (int i = 0; i < 1000; i++) {
      DemoAdapter.sum(tensor);
      DemoAdapter.mark(tensor);
      DemoAdapter.markBack(tensor);
    }
    assertThatThrownBy(() -> DemoAdapter.add(tensor, tensor, tensor))
        .hasMessageContaining("shares memory");
    assertThatThrownBy(() -> DemoAdapter.add(tensor, null, tensor))
        .isInstanceOf(NullPointerException.class);
    assertThat(tensor.use_count()).isEqualTo(1);
  }

  @Test
  void doesNotDisturbJavaCppsCounts() {
    Tensor tensor = torch.ones(2, 3);
    int count = tensor.referenceCount();
    DemoAdapter.sum(tensor);
    assertThat(tensor.referenceCount()).isEqualTo(count);
    tensor.close();
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void revokesArraysWhenTheCallReturns() {
    Tensor tensor = torch.ones(3);
    Float32Array[] kept = new Float32Array[2];
    use(
        tensor,
        array -> {
          kept[0] = array.slice(0, 1, 3);
          kept[1] = array.copy();
          return 0;
        });
    assertThatThrownBy(() -> kept[0].get(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parameter 'x' was used after LifetimeTest.use returned");
    assertThat(kept[1].get(2)).isEqualTo(1);
  }

  @Test
  void bringsMemoryToTheHostInAReferenceOfItsOwn() {
    Tensor tensor = torch.ones(2, 3);
    TorchDescription description = (TorchDescription) PyTorch.describe(tensor);
    TensorDescription onHost = description.toHost(); // On the host, it is the same tensor.
    description.release();
    assertThat(onHost.shape()).containsExactly(2, 3);
    assertThat(tensor.use_count()).isEqualTo(2);
    onHost.release();
    assertThat(tensor.use_count()).isEqualTo(1);
  }
}
