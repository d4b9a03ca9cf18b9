package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by hand are read; those of NumPy are in the tests of runtime/numpy. */
class NpyReadTest {
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
  private static final ByteOrder FOREIGN =
      NATIVE == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  private static final byte[] FILE =
      NpyFiles.file(
          "<i4", false, "(2, 3)", NpyFiles.ints(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6));

  @TempDir Path folder;

  private Path path(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.npy"), content);
  }

  private static InputStream stream(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  /** Gives one byte at a time, or two. */
  private static InputStream trickling(byte[] content) {
    return new ByteArrayInputStream(content) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, 1 + pos % 2));
      }
    };
  }

  static Iterable<DType> dtypes() {
    return DType.concrete();
  }

  /** Both byte orders, both orders of elements, every dtype; by all ways of reading. */
  @ParameterizedTest
  @MethodSource("dtypes")
  void readsWhatWasWritten(DType dtype) throws IOException {
    byte[] bytes = Elements.random(dtype, 24, new Random(dtype.toString().hashCode()));
    NumpyArray expected = Elements.of(dtype, bytes, 2, 3, 4);
    for (ByteOrder byteOrder : new ByteOrder[] {NATIVE, FOREIGN}) {
      for (Order order : new Order[] {Order.C, Order.F}) {
        NumpyArray stored = order == Order.C ? expected : expected.transpose().copy();
        byte[] data = NpyFiles.bytes(stored);
        byte[] file =
            NpyFiles.file(
                descr(dtype, byteOrder),
                order == Order.F,
                "(2, 3, 4)",
                byteOrder == NATIVE ? data : NpyFiles.swapped(dtype, data));
        Class<? extends NumpyArray> type = expected.getClass();
        Path path = path(file);
        assertSame(Npy.read(path, type), expected, order);
        assertSame(Npy.read(stream(file), type), expected, order);
        assertSame(Npy.read(trickling(file), type), expected, order);
        NumpyArray mapped = Npy.map(path, type);
        assertThat(NpyFiles.bytes(mapped)).isEqualTo(bytes);
        assertThat(mapped.isWritable()).isFalse();
      }
    }
  }

  private static void assertSame(NumpyArray array, NumpyArray expected, Order order) {
    assertThat(array.shape()).isEqualTo(expected.shape());
    assertThat(NpyFiles.bytes(array)).isEqualTo(NpyFiles.bytes(expected));
    assertThat(array.isContiguous(order)).isTrue();
    assertThat(array.isWritable()).isTrue();
    array.free();
  }

  private static String descr(DType dtype, ByteOrder order) {
    String kind =
        switch (dtype) {
          case BOOL -> "b";
          case BFLOAT16 -> "V";
          default -> dtype.toString().substring(0, 1);
        };
    String sign = order == ByteOrder.LITTLE_ENDIAN ? "<" : ">";
    return (dtype.itemsize() == 1 ? "|" : sign) + kind + dtype.itemsize();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsEveryVersion(int major) throws IOException {
    byte[] file =
        NpyFiles.file(major, NpyFiles.dictionary("|u1", false, "(3,)"), new byte[] {7, 8, 9});
    UInt8Array array = Npy.read(stream(file), UInt8Array.class);
    assertThat(array.get(2)).isEqualTo(9);
  }

  @Test
  void readsOddShapes() throws IOException {
    byte[] scalar = NpyFiles.file("<i4", false, "()", NpyFiles.ints(ByteOrder.LITTLE_ENDIAN, 42));
    assertThat(Npy.read(stream(scalar), Int32Array.class).get()).isEqualTo(42);
    byte[] empty = NpyFiles.file("<f8", true, "(3, 0, 2)", new byte[0]);
    assertThat(Npy.read(stream(empty)).shape()).containsExactly(3, 0, 2);
    byte[] ones =
        NpyFiles.file(">i4", true, "(1, 2, 1)", NpyFiles.ints(ByteOrder.BIG_ENDIAN, 5, 6));
    assertThat(Npy.read(path(ones), Int32Array.class).toArray()).containsExactly(5, 6);
  }

  /** Nothing behind an array is read, and what it is read from stays open. */
  @Test
  void readsOneArrayAfterTheOther() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, Float64Array.of(new double[] {1, 2}, 2));
    Npy.write(out, Int8Array.of(new byte[] {3}, 1));
    out.write(99);
    InputStream in = stream(out.toByteArray());
    assertThat(Npy.read(in, Float64Array.class).toArray()).containsExactly(1, 2);
    assertThat(Npy.read(in, Int8Array.class).get(0)).isEqualTo((byte) 3);
    assertThat(in.read()).isEqualTo(99);
  }

  /** More than what is taken before anything has come, and no multiple of it. */
  @Test
  void memoryGrowsWithTheData() throws IOException {
    Int32Array large = Int32Array.zeros(10_000_019);
    for (int i = 0; i < large.size(); i += 4099) {
      large.set(i, i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, large);
    Int32Array read = Npy.read(stream(out.toByteArray()), Int32Array.class);
    assertThat(read.segment().mismatch(large.segment())).isEqualTo(-1);
    large.free();
    read.free();
  }

  /** Its header promises more than there could be memory for. */
  @Test
  void headersAreNotBelieved() throws IOException {
    byte[] lying = NpyFiles.file("<f8", false, "(1152921504606846975,)", new byte[80]);
    assertThatThrownBy(() -> Npy.read(stream(lying)))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("the stream: the file ends within the data");
    Path path = path(lying);
    assertThatThrownBy(() -> Npy.read(path))
        .isInstanceOf(NpyFormatException.class)
        .hasMessage(
            path
                + ": shape [1152921504606846975] of float64 needs 9223372036854775800 bytes of"
                + " data, the file has 80");
    assertThatThrownBy(() -> Npy.map(path)).isInstanceOf(NpyFormatException.class);
  }

  @Test
  void truncatedFilesAreRefusedWhereverTheyEnd() throws IOException {
    for (int length = 0; length < FILE.length; length++) {
      byte[] truncated = Arrays.copyOf(FILE, length);
      Path path = path(truncated);
      assertThatThrownBy(() -> Npy.read(path)).isInstanceOf(NpyFormatException.class);
      assertThatThrownBy(() -> Npy.map(path)).isInstanceOf(NpyFormatException.class);
      assertThatThrownBy(() -> Npy.read(trickling(truncated)))
          .isInstanceOf(NpyFormatException.class)
          .hasMessageStartingWith("the stream: the file ends within ");
    }
  }

  @Test
  void bfloat16IsReadWhereItIsAskedFor() throws IOException {
    byte[] file = NpyFiles.file("<V2", false, "(2,)", new byte[] {(byte) 0x80, 0x3F, 0, 0x40});
    Path path = path(file);
    assertThat(Npy.read(path, BFloat16Array.class).get(1)).isEqualTo(2f);
    assertThat(Npy.map(path, BFloat16Array.class).get(0)).isEqualTo(1f);
    assertThat(Npy.header(path).dtype()).isEqualTo(DType.BFLOAT16);
    for (Class<? extends NumpyArray> type : List.of(NumpyArray.class, Int16Array.class)) {
      assertThatThrownBy(() -> Npy.read(path, type))
          .isInstanceOf(NpyFormatException.class)
          .hasMessage(
              path
                  + ": descr '<V2' means raw bytes, which is how NumPy saves bfloat16; if they are,"
                  + " say so: pass BFloat16Array.class");
    }
    byte[] other = NpyFiles.file("<f4", false, "()", new byte[4]);
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> Npy.read(stream(other), BFloat16Array.class))
        .withMessage("the stream: dtype is float32, expected bfloat16");
  }

  /** Written by NumPy with ml_dtypes; and with the same bytes here. */
  @Test
  void bfloat16IsThatOfMlDtypes() throws IOException {
    byte[] saved = resource("bfloat16.npy");
    BFloat16Array array = Npy.read(stream(saved), BFloat16Array.class);
    assertThat(array.toArray()).containsExactly(0, 3, 1, 4, 2, 5);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Npy.write(written, array);
    assertThat(written.toByteArray()).isEqualTo(saved);
    Path archive = Files.write(folder.resolve("a.npz"), resource("bfloat16.npz"));
    try (Npz npz = Npz.open(archive)) {
      assertThat(npz.get("a", BFloat16Array.class).get(2, 1)).isEqualTo(5);
    }
    Npz.write(archive, Map.of("a", array));
    assertThat(Files.readAllBytes(archive)).isEqualTo(resource("bfloat16.npz"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NpyReadTest.class.getResourceAsStream("internal/npy/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void headersTellWhatIsThere() throws IOException {
    Path path = path(NpyFiles.file(">c16", true, "(2, 5)", new byte[0]));
    assertThat(Npy.header(path))
        .isEqualTo(new NpyHeader(">c16", DType.COMPLEX128, List.of(2L, 5L), Order.F, 160));
  }

  @Test
  void archivesAreRefusedWithTheWayOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.write(out, Map.of("a", Float32Array.zeros(1)));
    assertThatThrownBy(() -> Npy.read(stream(out.toByteArray())))
        .hasMessageContaining("Npz.open reads");
  }

  @Test
  void readsFromPipes() throws IOException {
    Pipe pipe = Pipe.open();
    try (Pipe.SinkChannel sink = pipe.sink();
        Pipe.SourceChannel source = pipe.source()) {
      sink.write(ByteBuffer.wrap(FILE));
      assertThat(Npy.read(source, Int32Array.class).get(1, 2)).isEqualTo(6);
      source.configureBlocking(false);
      assertThatThrownBy(() -> Npy.read(source)).isInstanceOf(IllegalBlockingModeException.class);
    }
  }

  /** Data behind an odd number of bytes: no alignment helps or is needed. */
  @Test
  void misalignedDataAreMapped() throws IOException {
    byte[] file = Arrays.copyOf(FILE, FILE.length + 1);
    System.arraycopy(file, 10, file, 11, FILE.length - 10);
    file[10] = ' ';
    file[8]++;
    Int32Array array = Npy.map(path(file), Int32Array.class);
    assertThat(array.get(1, 2)).isEqualTo(6);
    assertThat(array.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
  }
}
