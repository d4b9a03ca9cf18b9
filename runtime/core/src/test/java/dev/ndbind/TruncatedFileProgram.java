package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.copy.StridedCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps a file, lets somebody truncate it, uses the array in every way, and prints what came. */
final class TruncatedFileProgram {
  private static final int ROWS = 2048;
  private static final int COLUMNS = 2048;

  private static long text;

  private final Path file;
  private final Path copy;

  private TruncatedFileProgram(Path directory) {
    this.file = directory.resolve("a.npy");
    this.copy = directory.resolve("copy");
  }

  /** Uses an array. */
  private interface Use {
    void of(Float32Array array) throws IOException;
  }

  private Map<String, Use> uses() {
    Map<String, Use> uses = new LinkedHashMap<>();
    uses.put("get", array -> array.get(ROWS - 1, COLUMNS - 1));
    uses.put("sum", TruncatedFileProgram::sum);
    uses.put("sum of the transpose", array -> sum(array.transpose()));
    uses.put("copy", NumpyArray::copy);
    uses.put("copy of the transpose", array -> array.transpose().copy());
    uses.put("copy of a slice", array -> array.slice(1, 0, COLUMNS, 3).copy());
    uses.put("cast", TruncatedFileProgram::cast);
    uses.put("toArray", Float32Array::toArray);
    uses.put("toArray of the transpose", array -> array.transpose().toArray());
    uses.put("toString", array -> TruncatedFileProgram.text += array.toString().length());
    uses.put("segment", array -> array.segment().toArray(ValueLayout.JAVA_BYTE));
    uses.put("copyTo", TruncatedFileProgram::copyToSegment);
    uses.put("write", array -> Npy.write(copy, array));
    uses.put("write a slice", array -> Npy.write(copy, array.slice(1, 0, 9)));
    uses.put("store", array -> Npz.write(copy, Map.of("a", array)));
    uses.put("deflate", array -> Npz.writeCompressed(copy, Map.of("a", array)));
    uses.put("stream", array -> Npz.write(OutputStream.nullOutputStream(), Map.of("a", array)));
    return uses;
  }

  private static double sum(Float32Array array) {
    double sum = 0;
    for (int i = 0; i < array.shape(0); i++) {
      for (int j = 0; j < array.shape(1); j++) {
        sum += array.get(i, j);
      }
    }
    return sum;
  }

  private static void copyToSegment(Float32Array array) {
    try (Arena arena = Arena.ofConfined()) {
      array.copyTo(arena.allocate(4L * array.size(), 64));
    }
  }

  private static void cast(Float32Array array) {
    Float64Array wide = Float64Array.zeros(ROWS, COLUMNS);
    StridedCopy.copy(
        ArrayAccess.get().address(array),
        DType.FLOAT32,
        array.byteStrides(),
        ArrayAccess.get().address(wide),
        DType.FLOAT64,
        wide.byteStrides(),
        array.shape());
    wide.free();
  }

  private String outcome(Use use) throws IOException {
    Npy.write(file, Float32Array.zeros(ROWS, COLUMNS));
    Float32Array array = Npy.map(file, Float32Array.class);
    use.of(array); // Compiled, by and by.
    try (RandomAccessFile truncated = new RandomAccessFile(file.toFile(), "rw")) {
      truncated.setLength(128);
    }
    try {
      use.of(array);
      return "no error";
    } catch (InternalError | IOException e) {
      return e.getClass().getSimpleName();
    }
  }

  public static void main(String[] arguments) throws IOException {
    TruncatedFileProgram program = new TruncatedFileProgram(Path.of(arguments[0]));
    for (int round = 0; round < 3; round++) {
      for (Map.Entry<String, Use> use : program.uses().entrySet()) {
        System.out.println(use.getKey() + ": " + program.outcome(use.getValue()));
      }
    }
    System.out.println("lives");
  }
}
