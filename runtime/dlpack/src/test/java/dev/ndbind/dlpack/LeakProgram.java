package dev.ndbind.dlpack;

import dev.ndbind.ContractException;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.NumpyArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports and takes again and again, and prints by how many bytes the process has grown. */
final class LeakProgram {
  private static final int PAGE = 4096;
  private static final int ROUNDS = 200_000;

  private LeakProgram() {}

  public static void main(String[] arguments) throws IOException {
    boolean leaks = arguments[0].equals("leaking");
    long[] shape = new long[16];
    java.util.Arrays.fill(shape, 1);
    Float64Array array = Float64Array.zeros(shape);
    repeat(array, ROUNDS / 4, false);
    long before = resident();
    repeat(array, ROUNDS, leaks);
    System.out.print(resident() - before);
  }

  private static void repeat(NumpyArray array, int rounds, boolean leaks) {
    for (int i = 0; i < rounds; i++) {
      long tensor = DLPack.export(array);
      switch (leaks ? 3 : i % 3) {
        case 0 -> DLPack.delete(tensor);
        case 1 -> DLPack.take(tensor, NumpyArray.class).free();
        case 2 -> refuse(tensor);
        default -> {}
      }
    }
    if (!leaks && !Waiting.areAllDeleted()) {
      throw new AssertionError(Exports.count());
    }
  }

  private static void refuse(long tensor) {
    try {
      DLPack.take(tensor, Float32Array.class).free();
    } catch (ContractException _) {
      // It is of another dtype.
    }
  }

  private static long resident() throws IOException {
    System.gc();
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1);
    return Long.parseLong(pages[1]) * PAGE;
  }
}
