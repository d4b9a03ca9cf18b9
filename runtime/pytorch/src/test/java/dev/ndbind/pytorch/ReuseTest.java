package dev.ndbind.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ndbind.Copies;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.ReuseStatistics;
import dev.ndbind.ReuseStore;
import dev.ndbind.annotation.Casting;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.annotation.Reuse;
import dev.ndbind.call.Argument;
import dev.ndbind.call.ArrayContract;
import dev.ndbind.call.Call;
import dev.ndbind.call.MethodContract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies remembered across calls serve exactly as long as the tensor is what it was. */
class ReuseTest {
  private static final MethodContract METHOD = MethodContract.of("Reading.sum");
  private static final ArrayContract CALL =
      ArrayContract.of("x", DType.FLOAT64).casting(Casting.SAFE).order(Order.C);
  private static final ArrayContract VERSION = CALL.reuse(Reuse.VERSION);
  private static final ArrayContract CONSTANT = CALL.reuse(Reuse.CONSTANT);

  private static final int WRITES = 2000;

  private final ReuseStore store = ReuseStore.ofBytes(64 << 20);
  private ReuseStatistics before = store.statistics();

  @AfterEach
  void close() {
    store.close();
    assertThat(store.statistics().bytes()).isZero();
  }

  private double[] read(ArrayContract contract, Tensor tensor) {
    return read(store, contract, tensor);
  }

  private static double[] read(ReuseStore store, ArrayContract contract, Tensor tensor) {
    return store.call(() -> {
      try (Call call = METHOD.begin()) {
        Argument argument = call.argument(contract, PyTorch.describe(tensor));
        call.check();
        return argument.as(Float64Array.class).toArray();
      }
    });
  }

  /** Reads by the contract, and holds the result against LibTorch's own conversion. */
  private void assertReads(ArrayContract contract, Tensor tensor) {
    double[] expected =
        Elements.of(tensor.detach()).stream().mapToDouble(x -> (Double) x).toArray();
    assertThat(read(contract, tensor)).containsExactly(expected);
  }

  private void assertHits(ArrayContract contract, Tensor tensor) {
    before = store.statistics();
    assertReads(contract, tensor);
    assertThat(store.statistics().hits()).isEqualTo(before.hits() + 1);
  }

  private void assertMisses(ArrayContract contract, Tensor tensor) {
    before = store.statistics();
    assertReads(contract, tensor);
    assertThat(store.statistics().hits()).isEqualTo(before.hits());
  }

  /** What the store hands out although the tensor was written unseen. */
  private void assertStale(ArrayContract contract, Tensor tensor, double first) {
    assertThat(read(contract, tensor)[0]).isEqualTo(first);
    assertThat(Elements.of(tensor.detach()).getFirst()).isNotEqualTo(first);
  }

  @Test
  void convertsATensorThatStaysAsItIsOnce() {
    Tensor tensor = Tensors.counting(2, 3);
    assertMisses(VERSION, tensor);
    assertHits(VERSION, tensor);
    assertHits(CONSTANT, tensor);
    Copies.forbid(() -> assertHits(VERSION, tensor));
    assertThat(store.statistics().copies()).isEqualTo(1);
  }

  @Test
  void everyWayToSeeATensorHasItsOwnCopy() {
    Tensor tensor = Tensors.counting(3, 3);
    assertMisses(VERSION, tensor);
    assertMisses(VERSION, tensor.t());
    assertMisses(VERSION, tensor.narrow(0, 1, 2));
    Tensor complex = Tensors.complex(tensor, torch.ones(3, 3));
    Tensor imag = torch.imag(complex.conj()); // Has its negative bit set.
    assertMisses(VERSION, imag);
    assertHits(VERSION, imag);
    assertMisses(VERSION.order(Order.F), tensor);
    assertHits(VERSION.order(Order.F), tensor);
    assertHits(VERSION, tensor);
    assertMisses(CALL, tensor);
  }

  @Test
  void findsATensorByEachOfItsWrappers() {
    LinearImpl module = new LinearImpl(3, 2);
    try (NoGradGuard guard = new NoGradGuard()) {
      assertThat(guard.isNull()).isFalse();
      assertMisses(VERSION, module.weight());
      assertThat(module.weight()).isNotSameAs(module.weight());
      assertHits(VERSION, module.weight());
      assertHits(VERSION, new Tensor(module.weight()));
    }
  }

  @Test
  void seesWritesThroughTheTensorAndAllThatSharesItsCounter() {
    Tensor tensor = Tensors.counting(2, 3);
    assertMisses(VERSION, tensor);
    tensor.add_(new Scalar(1));
    assertMisses(VERSION, tensor);
    tensor.select(0, 1).fill_(new Scalar(7));
    assertMisses(VERSION, tensor);
    tensor.view(-1).mul_(new Scalar(2));
    assertMisses(VERSION, tensor);
    tensor.detach().zero_();
    assertMisses(VERSION, tensor);
    tensor.alias().copy_(Tensors.counting(2, 3));
    assertMisses(VERSION, tensor);
    try (InferenceMode mode = new InferenceMode(true)) {
      assertThat(mode.isNull()).isFalse();
      tensor.add_(new Scalar(1));
    }
    assertMisses(VERSION, tensor);
    assertHits(VERSION, tensor);
  }

  @Test
  void seesThatATensorGotOtherMemory() {
    Tensor tensor = Tensors.counting(2, 3);
    assertMisses(VERSION, tensor);
    tensor.set_(Tensors.counting(2, 3).add(new Scalar(10)));
    assertMisses(VERSION, tensor);
    tensor.set_data(Tensors.counting(2, 3).add(new Scalar(20)));
    assertMisses(VERSION, tensor);
    tensor.resize_(4, 1000).fill_(new Scalar(3));
    assertMisses(VERSION, tensor);
    tensor.resize_(2, 3);
    assertMisses(VERSION, tensor);
    tensor.put(Tensors.counting(2, 3).add(new Scalar(30)));
    assertMisses(VERSION, tensor);
    assertHits(VERSION, tensor);
  }

  /** The version stands still, and without a hold on the memory its address would come back. */
  @Test
  void memoryThatSetDataTookAwayDoesNotComeBackUnseen() {
    Set<Long> addresses = new HashSet<>();
    Tensor tensor = torch.zeros(64, 64);
    boolean cameBack = false;
    for (int i = 1; i <= 50; i++) {
      try (Tensor next = torch.full(new long[] {64, 64}, new Scalar((double) i))) {
        tensor.set_data(next);
      }
      cameBack |= !addresses.add(tensor.const_data_ptr().address());
      assertThat(read(CALL, tensor)).containsOnly(i);
    }
    assertThat(cameBack).as("an address came back").isTrue();
    for (int i = 1; i <= 50; i++) {
      try (Tensor next = torch.full(new long[] {64, 64}, new Scalar(100.0 + i))) {
        tensor.set_data(next);
      }
      assertThat(read(VERSION, tensor)).containsOnly(100 + i);
      assertThat(read(CONSTANT, tensor)).containsOnly(100 + i);
    }
  }

  @Test
  void anAddressComesBackInAnotherTensorOnlyIfItsCopyIsForgotten() {
    Set<String> tensors = new HashSet<>();
    boolean cameBack = false;
    for (int i = 0; i < 200; i++) {
      try (Tensor tensor = torch.full(new long[] {64, 64}, new Scalar((double) i))) {
        cameBack |= !tensors.add(identity(tensor));
        assertThat(read(CALL, tensor)).containsOnly(i);
      }
    }
    assertThat(cameBack).as("address, data pointer and version came back").isTrue();
    for (int i = 0; i < 200; i++) {
      try (Tensor tensor = torch.full(new long[] {64, 64}, new Scalar((double) -i))) {
        assertThat(read(VERSION, tensor)).containsOnly(-i);
      }
    }
  }

  /** The same memory, at the same version of a counter of its own. */
  @Test
  void aTensorOverTheSameMemoryIsAnother() {
    Set<String> tensors = new HashSet<>();
    Tensor base = torch.zeros(64, 64);
    boolean cameBack = false;
    for (int i = 1; i <= 20; i++) {
      base.fill_(new Scalar(i));
      try (Tensor data = base.data()) {
        cameBack |= !tensors.add(identity(data));
        assertThat(read(CALL, data)).containsOnly(i);
      }
    }
    assertThat(cameBack).as("address, data pointer and version came back").isTrue();
    for (int i = 1; i <= 20; i++) {
      base.fill_(new Scalar(-i));
      try (Tensor data = base.data()) {
        assertThat(read(VERSION, data)).containsOnly(-i);
      }
    }
  }

  private static String identity(Tensor tensor) {
    return "%d %d %d"
        .formatted(
            tensor.unsafeGetTensorImpl().address(),
            tensor.const_data_ptr().address(),
            tensor._version());
  }

  @Test
  void inferenceTensorsHaveNoVersion() {
    Tensor tensor;
    try (InferenceMode mode = new InferenceMode(true)) {
      assertThat(mode.isNull()).isFalse();
      tensor = Tensors.counting(2, 3);
      assertMisses(VERSION, tensor);
      tensor.add_(new Scalar(1));
      assertMisses(VERSION, tensor);
    }
    assertMisses(VERSION, tensor);
    assertMisses(CONSTANT, tensor);
    assertHits(CONSTANT, tensor);
    assertMisses(VERSION, tensor);
  }

  @Test
  void seesWhatOurOwnAdaptersWrite() {
    Tensor tensor = Tensors.counting(2, 3);
    assertMisses(VERSION, tensor);
    DemoAdapter.mark(tensor);
    assertMisses(VERSION, tensor);
    DemoAdapter.markBack(tensor);
    assertMisses(VERSION, tensor);
    assertHits(VERSION, tensor);
  }

  @Test
  void doesNotSeeWritesPastTheCounter() {
    Tensor tensor = Tensors.counting(2, 3);
    assertMisses(VERSION, tensor);
    tensor.data().fill_(new Scalar(5));
    assertStale(VERSION, tensor, 0);
    PyTorch.invalidate(tensor);
    assertMisses(VERSION, tensor);

    new FloatPointer(tensor.data_ptr()).put(0, 6f);
    assertStale(VERSION, tensor, 5);
    PyTorch.invalidate(tensor.select(0, 1)); // Lies in the same storage.
    assertMisses(VERSION, tensor);

    Tensor alias = torch.from_blob(tensor.data_ptr(), new long[] {2, 3});
    alias.fill_(new Scalar(7));
    assertStale(VERSION, tensor, 6);
    PyTorch.invalidate(alias); // Lies in the same memory.
    assertMisses(VERSION, tensor);
    assertHits(VERSION, tensor);
  }

  @Test
  void doesNotSeeTheStepsOfSgd() {
    LinearImpl module = new LinearImpl(3, 2);
    SGD optimizer = new SGD(module.parameters(), new SGDOptions(0.5));
    module.forward(torch.ones(4, 3)).sum().backward();
    double first = weight(module)[0];
    long version = module.weight()._version();
    optimizer.step();
    assertThat(module.weight()._version()).isEqualTo(version);
    assertThat(weight(module)[0]).isEqualTo(first);
    assertThat(Elements.of(module.weight().detach()).getFirst()).isNotEqualTo(first);
    PyTorch.invalidate(module.weight()); // It requires gradients, which are recorded here.
    assertThat(weight(module)[0]).isEqualTo(Elements.of(module.weight().detach()).getFirst());
  }

  private double[] weight(LinearImpl module) {
    try (NoGradGuard guard = new NoGradGuard()) {
      assertThat(guard.isNull()).isFalse();
      return read(VERSION, module.weight());
    }
  }

  @Test
  void closedTensorsCannotBeInvalidated() {
    Tensor tensor = torch.ones(1);
    tensor.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> PyTorch.invalidate(tensor))
        .withMessage("the tensor has been closed");
  }

  @Test
  void whatHasNoStorageCanBeInvalidated() {
    PyTorch.invalidate(torch.ones(2, 2).to_sparse());
    PyTorch.invalidate(new Tensor());
    PyTorch.invalidate(torch.empty(0));
  }

  /** LibTorch tells when it frees memory that was lent to it. */
  @Test
  void aTensorThatNobodyElseHoldsIsFreed() throws InterruptedException {
    int loans = SharedMemory.loans();
    Tensor tensor = PyTorch.tensor(Float32Array.of(new float[] {1, 2, 3, 4}, 2, 2));
    assertThat(SharedMemory.loans()).isEqualTo(loans + 1);
    assertThat(read(VERSION, tensor)).containsExactly(1, 2, 3, 4);
    assertThat(read(VERSION.order(Order.F), tensor)).containsExactly(1, 2, 3, 4);
    try (ReuseStore other = ReuseStore.ofBytes(1 << 20)) {
      assertThat(read(other, VERSION, tensor)).containsExactly(1, 2, 3, 4);
      assertThat(other.statistics().copies()).isEqualTo(1);
      tensor.close();
      assertThat(SharedMemory.loans()).isEqualTo(loans + 1);
      for (int i = 0; i < 100 && SharedMemory.loans() > loans; i++) {
        Thread.sleep(100);
      }
      assertThat(store.statistics().copies()).isZero();
      assertThat(other.statistics().copies()).isZero();
    }
    assertThat(SharedMemory.loans()).isEqualTo(loans);
  }

  @Test
  void aTensorThatSomebodyHoldsStays() throws InterruptedException {
    LinearImpl module = new LinearImpl(3, 2);
    assertThat(weight(module)).hasSize(6);
    Thread.sleep(2500); // Swept twice.
    assertThat(weight(module)).hasSize(6);
    assertThat(store.statistics().hits()).isEqualTo(1);
  }

  /** A reader sees what was last written, whoever remembered a copy of what before. */
  @Test
  void readersSeeWhatTheWriterWrote() throws InterruptedException, ExecutionException {
    Tensor tensor = torch.zeros(64, 64);
    ReadWriteLock lock = new ReentrantReadWriteLock();
    AtomicInteger written = new AtomicInteger();
    whileOneWrites(
        i -> {
          lock.writeLock().lock();
          try {
            tensor.fill_(new Scalar(i));
            written.set(i);
          } finally {
            lock.writeLock().unlock();
          }
        },
        () -> {
          lock.readLock().lock();
          try {
            assertThat(read(VERSION, tensor)).containsOnly(written.get());
          } finally {
            lock.readLock().unlock();
          }
        });
  }

  /** What is read meanwhile is the program's own fault, but it must not stay. */
  @Test
  void nothingTornIsRemembered() throws InterruptedException, ExecutionException {
    Tensor tensor = torch.zeros(256, 256);
    whileOneWrites(i -> tensor.fill_(new Scalar(i)), () -> read(VERSION, tensor));
    assertThat(read(VERSION, tensor)).containsOnly(WRITES);
  }

  private static void whileOneWrites(IntConsumer write, Runnable read)
      throws InterruptedException, ExecutionException {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        readers.add(
            threads.submit(() -> {
              while (!done.get()) {
                read.run();
              }
            }));
      }
      for (int i = 1; i <= WRITES; i++) {
        write.accept(i);
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
  }
}
