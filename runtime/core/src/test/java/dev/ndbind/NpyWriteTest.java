package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again; that NumPy writes the same bytes is tested in runtime/numpy. */
class NpyWriteTest {
  @TempDir Path folder;

  private static byte[] written(NumpyArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, array);
    return out.toByteArray();
  }

  private static String header(byte[] file) {
    return new String(file, 10, 118, StandardCharsets.US_ASCII);
  }

  private static List<NumpyArray> layouts(NumpyArray plain) {
    return List.of(
        plain,
        plain.transpose(),
        plain.transpose(1, 0, 2),
        plain.slice(1, 1, 3),
        plain.slice(2, 0, 4, 3).flip(0),
        plain.flip(2),
        plain.select(0, 1).transpose(),
        plain.select(0, 1).select(0, 0).select(0, 2),
        plain.slice(0, 1, 1),
        plain.slice(0, 1, 2).transpose(),
        plain.asReadOnly());
  }

  static Iterable<DType> dtypes() {
    return DType.concrete();
  }

  @ParameterizedTest
  @MethodSource("dtypes")
  void readsWhatItWrites(DType dtype) throws IOException {
    byte[] bytes = Elements.random(dtype, 24, new Random(dtype.toString().hashCode()));
    for (NumpyArray array : layouts(Elements.of(dtype, bytes, 2, 3, 4))) {
      NumpyArray read = Npy.read(new ByteArrayInputStream(written(array)), array.getClass());
      assertThat(read.shape()).isEqualTo(array.shape());
      assertThat(NpyFiles.bytes(read)).isEqualTo(NpyFiles.bytes(array));
      assertThat(read.isContiguous(Order.F) && !read.isContiguous(Order.C))
          .isEqualTo(array.isContiguous(Order.F) && !array.isContiguous(Order.C));
    }
  }

  @Test
  void headersAreNumpys() throws IOException {
    Float64Array array = Float64Array.zeros(3, 4);
    assertThat(header(written(array)))
        .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }    ")
        .endsWith(" \n");
    assertThat(header(written(array.transpose())))
        .startsWith("{'descr': '<f8', 'fortran_order': True, 'shape': (4, 3), }");
    assertThat(header(written(Int8Array.zeros(5)))).contains("'|i1'", "'shape': (5,), }");
    assertThat(header(written(Int8Array.zeros()))).contains("'shape': (), }");
    assertThat(header(written(BFloat16Array.zeros(5)))).contains("'<V2'");
  }

  /** Pieces of all sizes: rows longer than the buffer, of half of it, and of one element. */
  @Test
  void stridedArraysAreGatheredInPieces() throws IOException {
    Int32Array flat = Int32Array.zeros(6_000_000);
    for (int i = 0; i < flat.size(); i += 7) {
      flat.set(i, i);
    }
    List<NumpyArray> arrays =
        List.of(
            flat.slice(0, 0, Long.MAX_VALUE, 3),
            flat.reshape(2, 3_000_000).slice(1, 1, 2_999_998),
            flat.reshape(40, 150_000).slice(1, 0, 140_000),
            flat.reshape(40, 150_000).flip(0),
            flat.reshape(6, 1000, 1000).transpose(1, 0, 2),
            flat.reshape(6, 1000, 1000).transpose(1, 2, 0),
            flat.reshape(3_000_000, 2).slice(1, 0, 1),
            flat.reshape(1, 2, 3, 1_000_000).flip(1));
    for (NumpyArray array : arrays) {
      byte[] file = written(array);
      byte[] data = Arrays.copyOfRange(file, 128, file.length);
      NumpyArray dense =
          array.isContiguous(Order.F) && !array.isContiguous(Order.C) ? array.transpose() : array;
      assertThat(Arrays.equals(data, NpyFiles.bytes(dense)))
          .as("%s", Arrays.toString(array.shape()))
          .isTrue();
    }
    flat.free();
  }

  @Test
  void writesToChannelsThatTakeFewBytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WritableByteChannel all = Channels.newChannel(out);
    WritableByteChannel few =
        new WritableByteChannel() {
          @Override
          public int write(ByteBuffer bytes) throws IOException {
            int limit = bytes.limit();
            bytes.limit(Math.min(limit, bytes.position() + 7));
            int count = all.write(bytes);
            bytes.limit(limit);
            return count;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };
    Float32Array array = Float32Array.of(new float[] {1, 2, 3, 4, 5, 6}, 6).reshape(2, 3);
    Npy.write(few, array.flip(1));
    assertThat(out.toByteArray()).isEqualTo(written(array.flip(1)));
  }

  @Test
  void mappedArraysOutliveTheirFile() throws IOException {
    Path file = folder.resolve("a.npy");
    Npy.write(file, Float32Array.of(new float[] {1, 2, 3}, 3));
    Float32Array mapped = Npy.map(file, Float32Array.class);
    Npy.write(file, mapped.flip(0).slice(0, 0, 2)); // From a file to itself.
    assertThat(mapped.toArray()).containsExactly(1, 2, 3);
    assertThat(Npy.read(file, Float32Array.class).toArray()).containsExactly(3, 2);
  }

  @Test
  void whatFailsLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("a.npy");
    Npy.write(file, Float32Array.of(new float[] {1}, 1));
    Float32Array freed = Float32Array.of(new float[] {2}, 1);
    freed.free();
    assertThatThrownBy(() -> Npy.write(file, freed)).isInstanceOf(IllegalStateException.class);
    NumpyArray deep =
        Float32Array.zeros(Stream.generate(() -> 1L).limit(65).mapToLong(x -> x).toArray());
    assertThatThrownBy(() -> Npy.write(file, deep))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rank 65");
    assertThat(Npy.read(file, Float32Array.class).toArray()).containsExactly(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThatThrownBy(
            () -> Npy.write(folder.resolve("no/a.npy"), Float32Array.of(new float[] {1}, 1)))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Npy.write(folder, Float32Array.of(new float[] {1}, 1)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void exceptionsOfStreamsPass() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };
    assertThatThrownBy(() -> Npy.write(full, Float32Array.of(new float[] {1}, 1)))
        .hasMessage("full");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksAndPermissionsStay() throws IOException {
    Path file = Files.createFile(folder.resolve("target.npy"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw---x"));
    Path link = Files.createSymbolicLink(folder.resolve("link.npy"), Path.of("target.npy"));
    Npy.write(link, Float32Array.of(new float[] {5}, 1));
    assertThat(link).isSymbolicLink();
    assertThat(Npy.read(file, Float32Array.class).get(0)).isEqualTo(5);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw---x");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoFileIsWrittenAsItIs() throws IOException {
    Path device = Path.of("/dev/null");
    Npy.write(device, Float32Array.of(new float[] {1}, 1));
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThatThrownBy(() -> Npy.read(device)).isInstanceOf(NpyFormatException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void protectedFilesAreNotReplaced() throws IOException {
    Path file = Files.createFile(folder.resolve("a.npy"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    if (!Files.isWritable(file)) { // The superuser may.
      assertThatThrownBy(() -> Npy.write(file, Float32Array.of(new float[] {1}, 1)))
          .isInstanceOf(AccessDeniedException.class);
    }
  }
}
