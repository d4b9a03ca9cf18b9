package dev.ndbind.numpy;

import dev.ndbind.Float64Array;
import dev.ndbind.call.ArrayExport;
import dev.ndbind.call.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Passes memory to and fro on several threads while both collectors run. Memory that is free is
 * poisoned: Java's by {@code ndbind.checked}, NumPy's by {@code MALLOC_PERTURB_}. Its argument says
 * who keeps the memory: its owner, or, for the controls, nobody on the way to one side.
 */
final class LifetimeProgram {
  static final int POISONED = 3;

  private static final int THREADS = 4;
  private static final int ROUNDS = 400;
  private static final int COUNT = 3000;

  private final String mode;
  private final PythonModule keeping = Modules.find("keeping");
  private final PythonFunction view = Interpreter.start().module("numpy").function("flip");
  private final PythonFunction sum = Interpreter.start().module("numpy").function("sum");
  private final PythonFunction full = keeping.function("full");
  private final PythonFunction unowned = keeping.function("unowned");
  private final PythonFunction address = keeping.function("address");

  private LifetimeProgram(String mode) {
    this.mode = mode;
  }

  public static void main(String[] arguments) throws Exception {
    LifetimeProgram program = new LifetimeProgram(arguments[0]);
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
    System.exit(right ? 0 : POISONED);
  }

  private boolean rounds() {
    boolean right = true;
    for (int i = 0; i < ROUNDS; i++) {
      right &= toPython(i) && toJava(i);
      if (i % 50 == 0) {
        System.gc();
      }
    }
    return right;
  }

  /** Python has a view of an array that Java has freed. */
  private boolean toPython(int value) {
    Float64Array array = Float64Array.zeros(COUNT);
    for (int i = 0; i < COUNT; i++) {
      array.set(i, value);
    }
    PythonObject seen =
        mode.equals("to-python")
            ? unowned.call(ArrayExport.of(array).address(), COUNT)
            : view.call(array);
    array.free();
    Float64Array other = Float64Array.zeros(COUNT); // Perhaps at the same place.
    try (seen) {
      return sum.callDouble(seen) == (double) value * COUNT && other.get(0) == 0;
    }
  }

  /** Java has the memory of an ndarray that Python has no more. */
  private boolean toJava(int value) {
    Float64Array array;
    try (PythonObject made = full.call(COUNT, (double) value)) {
      array =
          mode.equals("to-java")
              ? unkept(address.callLong(made))
              : made.asArray(Float64Array.class);
    }
    try (PythonObject _ = full.call(COUNT, -1.0)) {
      double total = 0;
      for (int i = 0; i < COUNT; i++) {
        total += array.get(i);
      }
      return total == (double) value * COUNT;
    }
  }

  private static Float64Array unkept(long address) {
    return (Float64Array)
        Views.over(
            dev.ndbind.annotation.DType.FLOAT64,
            address,
            new long[] {COUNT},
            new long[] {8},
            false,
            "nobody");
  }
}
