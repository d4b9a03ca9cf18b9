package dev.ndbind.dlpack;

import dev.ndbind.Float64Array;
import dev.ndbind.numpy.PythonObject;
import dev.ndbind.pytorch.PyTorch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.Tensor;

/**
 * Passes arrays to NumPy and LibTorch and back on several threads, while each side gives up what
 * the other still has, and both collectors run. Memory that is free is poisoned: Java's by {@code
 * ndbind.checked}, the libraries' by {@code MALLOC_PERTURB_}. The argument says what is tried, or,
 * for the controls, which deleter is called too early.
 */
final class StressProgram {
  static final int POISONED = 3;
  static final int LEAKED = 4;

  private static final int THREADS = 4;
  private static final int ROUNDS = 300;
  private static final int COUNT = 3000;

  private final String mode;

  private StressProgram(String mode) {
    this.mode = mode;
  }

  public static void main(String[] arguments) throws Exception {
    StressProgram program = new StressProgram(arguments[0]);
    List<Future<Boolean>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        Callable<Boolean> rounds = program::rounds;
        results.add(threads.submit(rounds));
      }
    }
    boolean right = true;
    for (Future<Boolean> result : results) {
      right &= result.get();
    }
    if (!right) {
      System.exit(POISONED);
    }
    System.exit(Waiting.areAllDeleted() ? 0 : LEAKED);
  }

  private boolean rounds() {
    boolean right = true;
    for (int i = 1; i <= ROUNDS; i++) {
      right &= toNumpy(i) && fromNumpy(i) && throughTorch(i);
      if (i % 50 == 0) {
        System.gc();
      }
    }
    return right;
  }

  private static Float64Array filled(double value) {
    Float64Array array = Float64Array.zeros(COUNT);
    for (int i = 0; i < COUNT; i++) {
      array.set(i, value);
    }
    return array;
  }

  private static boolean is(Float64Array array, double value) {
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += array.get(i);
    }
    return sum == value * COUNT;
  }

  private boolean toNumpy(int value) {
    Float64Array array = filled(value);
    long tensor = DLPack.export(array);
    if (mode.equals("export-deleted")) {
      tensor = copyOfStruct(tensor);
    }
    try (PythonObject seen = Exchange.taken(tensor, true)) {
      array.free();
      filled(-1).free(); // Perhaps at the same place.
      return Exchange.total(seen) == (double) value * COUNT;
    }
  }

  /** The control: a structure whose owner has been told that it is not needed. */
  private static long copyOfStruct(long tensor) {
    Foreign copy =
        Foreign.versioned()
            .type(2, 64)
            .shape(COUNT)
            .strides(1)
            .set("data", Foreign.read(tensor, true, "data"));
    DLPack.delete(tensor);
    return copy.address();
  }

  private boolean fromNumpy(int value) {
    Float64Array taken;
    try (PythonObject made = Exchange.counted(COUNT, value)) {
      long tensor = Exchange.given(made, true);
      taken =
          DLPack.take(
              mode.equals("import-deleted") ? copyOfStruct(tensor) : tensor, Float64Array.class);
    }
    Exchange.counted(COUNT, -1).close(); // Perhaps at the same place.
    boolean right = is(taken, value);
    if (value % 2 == 0) {
      taken.free();
    }
    return right;
  }

  private static boolean throughTorch(int value) {
    Float64Array array = filled(value);
    Float64Array back;
    try (Tensor tensor = LibTorch.taken(DLPack.export(array), true)) {
      array.free();
      back = DLPack.take(LibTorch.given(tensor, true), Float64Array.class);
    }
    filled(-1).free();
    try (Tensor shared = PyTorch.tensor(back)) {
      back.free();
      return is(PyTorch.view(shared, Float64Array.class), value);
    }
  }
}
