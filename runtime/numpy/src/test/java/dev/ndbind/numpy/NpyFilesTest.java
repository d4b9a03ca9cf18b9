package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.Float64Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Npy;
import dev.ndbind.NpyFormatException;
import dev.ndbind.NpyHeader;
import dev.ndbind.Npz;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of NumPy's own tests of its format: NumPy writes what Java reads, and back. */
class NpyFilesTest {
  private static final int ROUNDS = Integer.getInteger("ndbind.test.rounds", 2000);

  private static final List<String> FORMS =
      List.of(
          "empty",
          "scalar",
          "plain",
          "matrix",
          "transposed",
          "strided",
          "single",
          "cube",
          "fortran",
          "broadcast",
          "hollow");

  private final PythonModule files = Modules.find("files");
  private final Path file;

  NpyFilesTest(@TempDir Path folder) {
    this.file = folder.resolve("a.npy");
  }

  static Stream<DType> dtypes() {
    return DType.concrete().stream().filter(dtype -> dtype != DType.BFLOAT16);
  }

  /** Gives a random number of bytes at a time. */
  private static final class Trickle extends ByteArrayInputStream {
    private final Random random = new Random(1);

    Trickle(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int from, int length) {
      return super.read(target, from, Math.min(length, 1 + random.nextInt(300)));
    }
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void readsWhatNumpySaves(DType dtype) throws IOException {
    for (String endian : List.of("<", ">")) {
      for (String form : FORMS) {
        String saved =
            files.call("save", file.toString(), form, dtype.toString(), endian).asString();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(FileFacts.of(Npy.read(file))).as(form).isEqualTo(saved);
        assertThat(FileFacts.of(Npy.read(new ByteArrayInputStream(bytes)))).isEqualTo(saved);
        assertThat(FileFacts.of(Npy.read(new Trickle(bytes)))).isEqualTo(saved);
        // What must be copied is in C order.
        assertThat(FileFacts.of(Npy.map(file).copy()).replace(" F ", " C "))
            .isEqualTo(saved.replace(" F ", " C "));
        assertTruncatedIsRefused(bytes);
      }
    }
  }

  private void assertTruncatedIsRefused(byte[] bytes) throws IOException {
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageMatching(
            ".*(the file ends within the header: expected \\d+ bytes, found \\d+"
                + "|needs \\d+ bytes of data, the file has \\d+)");
    assertThatThrownBy(() -> Npy.map(file)).isInstanceOf(NpyFormatException.class);
    assertThatThrownBy(() -> Npy.read(Files.newInputStream(file)))
        .isInstanceOf(NpyFormatException.class);
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void writesTheBytesThatNumpyWrites(DType dtype) throws IOException {
    Path written = file.resolveSibling("b.npy");
    for (String form : FORMS) {
      try (PythonObject made = files.call("made", form, dtype.toString(), "=")) {
        NumpyArray array = made.asArray(NumpyArray.class);
        files.call("save_array", file.toString(), made).close();
        Npy.write(written, array);
        assertThat(Files.mismatch(file, written)).as(form).isEqualTo(-1);
        String saved = files.call("loaded", file.toString()).asString();
        assertThat(files.call("mapped", written.toString()).asString()).isEqualTo(saved);
      }
    }
  }

  /** Larger than all buffers, and with gaps. */
  @Test
  void writesLargeArraysAsNumpyDoes() throws IOException {
    Path written = file.resolveSibling("b.npy");
    Float64Array large = Float64Array.zeros(3, 400_001, 2);
    for (int i = 0; i < large.shape(1); i++) {
      large.set(2, i, 1, i);
    }
    for (NumpyArray array :
        List.of(large, large.slice(1, 5, 400_000), large.transpose(1, 0, 2), large.transpose())) {
      files.call("save_array", file.toString(), array).close();
      Npy.write(written, array);
      assertThat(Files.mismatch(file, written)).isEqualTo(-1);
    }
  }

  /** NumPy leaves room for the longest size of the axis that may grow. */
  @Test
  void headersHaveRoomToGrow() throws IOException {
    Path written = file.resolveSibling("b.npy");
    for (long size = 1; size <= 1_000_000_000_000_000_000L && size > 0; size *= 10) {
      Float64Array array = Float64Array.zeros(size, 0);
      files.call("save_array", file.toString(), array).close();
      Npy.write(written, array);
      assertThat(Files.mismatch(file, written)).as("%d", size).isEqualTo(-1);
      assertThat(Npy.read(written).shape()).containsExactly(size, 0);
    }
    for (long size = 1; size <= 100_000; size *= 10) {
      NumpyArray array = Float64Array.zeros(size, 2).transpose();
      files.call("save_array", file.toString(), array).close();
      Npy.write(written, array);
      assertThat(Files.mismatch(file, written)).as("%d", size).isEqualTo(-1);
    }
    long[] deep = new long[32]; // NumPy 1's limit.
    Arrays.fill(deep, 1);
    files.call("save_array", file.toString(), Float64Array.zeros(deep)).close();
    Npy.write(written, Float64Array.zeros(deep));
    assertThat(Files.mismatch(file, written)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsEveryVersion(int version) throws IOException {
    files.call("save_version", file.toString(), version).close();
    assertThat(Files.readAllBytes(file)[6]).isEqualTo((byte) version);
    assertThat(Npy.header(file))
        .isEqualTo(new NpyHeader("<f8", DType.FLOAT64, List.of(2L, 3L), Order.C, 48));
    assertThat(Npy.read(file, Float64Array.class).toArray()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(Npy.map(file, Float64Array.class).get(1, 2)).isEqualTo(5);
  }

  /** Refused by themselves and in an archive, whose other entries are read all the same. */
  @ParameterizedTest
  @CsvSource({
    "object, pickled",
    "plain record, structured dtype",
    "nested record, structured dtype",
    "padded record, structured dtype",
    "offset record, structured dtype",
    "titles, structured dtype",
    "no fields, structured dtype",
    "subarray, structured dtype",
    "unicode fields, structured dtype",
    "many fields, exceeds the limit",
    "huge header, exceeds the limit",
    "long string, Unicode strings",
    "bytes, byte strings",
    "date, dates",
    "difference, time differences",
    "longdouble, floats of a size",
    "clongdouble, complex numbers of a size",
    "void, leaves the byte order open"
  })
  void refusesWhatHasNoDtypeHere(String kind, String reason) throws IOException {
    files.call("save_odd", file.toString(), kind).close();
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> Npy.map(file)).isInstanceOf(NpyFormatException.class);
    try (Npz archive = Npz.open(Path.of(file + ".npz"))) {
      assertThat(archive.names()).containsExactly("other", "array");
      assertThat(archive.get("other", Int64Array.class).toArray()).containsExactly(0, 1, 2);
      assertThatThrownBy(() -> archive.get("array"))
          .isInstanceOf(NpyFormatException.class)
          .hasMessageContaining("entry 'array': ")
          .hasMessageContaining(reason);
    }
  }

  @Test
  void metadataIsNotSaved() throws IOException {
    files.call("save_odd", file.toString(), "metadata").close();
    assertThat(Npy.read(file, Int64Array.class).size()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0093NUMPY\1\1",
        "\u0093NUMPY\0\0",
        "\u0093NUMPY\0\1",
        "\u0093NUMPY\2\0",
        "\u0093NUMPY\2\2",
        "\u0093NUMPY\u00ff\u00ff",
        "\u0092NUMPY\1\0",
        "\0NUMPY\1\0",
        "\u0093numpy\1\0",
        "\u0093MATLB\1\0",
        "\u0093NUMPY\1",
        "\u0093NUMPY",
        "",
        "\u0093NUMPY\1\0001",
        "\u0093NUMPY\1\0\1\0",
        "\u0093NUMPY\1\0006\0{'descr': 'x', 'shape': (1, 2), }                    \n",
        "\u0093NUMPY\1\0F\0{'descr': '<i4', 'extrakey': -1, 'fortran_order': False, 'shape': ()} \n    "
      })
  void refusesWhatIsNoHeader(String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(files.call("outcome", file.toString()).asString()).isEqualTo(FileFacts.REFUSED);
    assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(NpyFormatException.class);
  }

  /** As Python 2 wrote it on Windows. */
  @Test
  void readsHeadersOfPython2() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2L,), }";
    String text = "\u0093NUMPY\1\0F\0" + header + " ".repeat(69 - header.length()) + "\n";
    Files.write(file, (text + "\0\0\u0080?\0\0\0@").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(FileFacts.of(Npy.read(file)))
        .isEqualTo("float32 (2,) C 0000803f00000040")
        .isEqualTo(files.call("outcome", file.toString()).asString());
  }

  /** An array behind more than 5 GB of something else, in a file that takes no space. */
  @Test
  void readsFarIntoAFile() throws IOException {
    files.call("save", file.toString(), "plain", "int64", "<").close();
    byte[] saved = Files.readAllBytes(file);
    long far = 5_368_709_120L;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(0);
      sparse.seek(far);
      sparse.write(saved);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.position(far);
      assertThat(Npy.read(channel, Int64Array.class).get(1499)).isEqualTo(1499);
    }
  }

  /** Whatever NumPy refuses is refused; what is read is what NumPy reads. */
  @Test
  void damagedFilesAreReadAsNumpyReadsThem() throws IOException {
    int arrays = 0;
    int refused = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      files.call("hostile", file.toString(), seed).close();
      String ours = FileFacts.outcome(() -> Npy.read(file));
      String numpys = files.call("outcome", file.toString()).asString();
      if (ours.equals(FileFacts.REFUSED)) {
        refused++;
      } else {
        arrays++;
        assertThat(ours).as("seed %d", seed).isEqualTo(numpys);
      }
    }
    assertThat(arrays).isGreaterThan(ROUNDS / 20);
    assertThat(refused).isGreaterThan(ROUNDS / 5);
  }
}
