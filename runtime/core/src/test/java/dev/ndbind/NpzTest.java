package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives by hand; those of NumPy are in the tests of runtime/numpy. */
class NpzTest {
  private static final byte[] SIX =
      NpyFiles.file(
          "<i4", true, "(2, 3)", NpyFiles.ints(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6));

  private final Path file;

  NpzTest(@TempDir Path folder) {
    this.file = folder.resolve("a.npz");
  }

  /** An archive by the JDK's own writer. */
  private Path zip(Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private static Map<String, NumpyArray> arrays() {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    for (DType dtype : DType.concrete()) {
      byte[] bytes = Elements.random(dtype, 24, new Random(dtype.toString().hashCode()));
      NumpyArray array = Elements.of(dtype, bytes, 2, 3, 4);
      arrays.put(dtype.toString(), array);
      arrays.put(dtype + "/transposed", array.transpose());
      arrays.put(dtype + "/gaps ü", array.slice(2, 0, 4, 2).flip(0));
    }
    arrays.put("", Float32Array.zeros());
    arrays.put("empty.npy", Float32Array.zeros(0, 5));
    return arrays;
  }

  private static void assertHolds(Path file, Map<String, NumpyArray> arrays) throws IOException {
    try (Npz archive = Npz.open(file)) {
      assertThat(archive.names()).containsExactlyElementsOf(arrays.keySet());
      for (String name : arrays.keySet()) {
        NumpyArray expected = arrays.get(name);
        NumpyArray array = archive.get(name, expected.getClass());
        assertThat(array.shape()).isEqualTo(expected.shape());
        assertThat(NpyFiles.bytes(array)).isEqualTo(NpyFiles.bytes(expected));
        assertThat(archive.header(name).dtype()).isEqualTo(expected.dtype());
        array.free();
      }
    }
  }

  @Test
  void readsWhatItWrites() throws IOException {
    Map<String, NumpyArray> arrays = arrays();
    Npz.write(file, arrays);
    assertHolds(file, arrays);
    long plain = Files.size(file);
    Npz.writeCompressed(file, arrays);
    assertHolds(file, arrays);
    assertThat(Files.size(file)).isLessThan(plain);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.write(out, arrays);
    assertHolds(Files.write(file, out.toByteArray()), arrays);
    out.reset();
    Npz.writeCompressed(out, arrays);
    assertHolds(Files.write(file, out.toByteArray()), arrays);
    Npz.write(file, Map.of());
    assertHolds(file, Map.of());
  }

  /** The JDK's reader of streams sees the local headers, which that of files does not. */
  @Test
  void localHeadersAreRight() throws IOException {
    Npz.writeCompressed(file, Map.of("a", Float32Array.zeros(1000)));
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry.getName()).isEqualTo("a.npy");
      assertThat(entry.getSize()).isEqualTo(128 + 4000);
      assertThat(zip.readAllBytes()).hasSize(128 + 4000);
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void entriesAreReadWhenTheyAreAskedFor() throws IOException {
    zip(Map.of("sound.npy", SIX, "broken.npy", new byte[3], "notes.txt", new byte[3]));
    Int32Array kept;
    try (Npz archive = Npz.open(file)) {
      assertThat(archive.names()).containsExactlyInAnyOrder("sound", "broken");
      assertThat(archive.header("sound"))
          .isEqualTo(new NpyHeader("<i4", DType.INT32, List.of(2L, 3L), Order.F, 24));
      kept = archive.get("sound", Int32Array.class);
      assertThat(archive.get("sound")).isNotSameAs(kept);
      assertThatThrownBy(() -> archive.get("broken"))
          .isInstanceOf(NpyFormatException.class)
          .hasMessage(
              file
                  + ": entry 'broken': the file ends within the magic string and version:"
                  + " expected 8 bytes, found 3");
      assertThatThrownBy(() -> archive.get("notes.txt"))
          .isInstanceOf(NpyFormatException.class)
          .hasMessageContaining("no entry 'notes.txt' among [");
      assertThatExceptionOfType(ContractException.class)
          .isThrownBy(() -> archive.get("sound", Float32Array.class))
          .withMessage(file + ": entry 'sound': dtype is int32, expected float32");
    }
    assertThat(kept.toArray()).containsExactly(1, 3, 5, 2, 4, 6);
    Npz closed = Npz.open(file);
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.get("sound")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    assertThatThrownBy(() -> Npz.open(file)).isInstanceOf(NoSuchFileException.class);
    Files.write(file, SIX);
    assertThatThrownBy(() -> Npz.open(file))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageStartingWith(file + ": not a sound .npz file: ");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> Npz.open(file)).isInstanceOf(NpyFormatException.class);
    assertThatThrownBy(() -> Npz.open(file.getParent())).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../a", "a/../../b", "..", "a\\b", "C:\\a", "a\0b"})
  void pathTricksAreRefused(String name) throws IOException {
    assertThatThrownBy(() -> Npz.write(file, Map.of(name, Float32Array.zeros(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the name '" + name + "' ");
    assertThat(file).doesNotExist();
    for (String suffix : List.of(".npy", "", "/x.npy")) {
      zip(Map.of("good.npy", SIX, name + suffix, SIX));
      assertThatThrownBy(() -> Npz.open(file)).isInstanceOf(NpyFormatException.class);
    }
  }

  @Test
  void namesAreNoPathsButMayLookLikeSome() throws IOException {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    for (String name : List.of("a/b", "w:0", "..a", "a..", ".", "x".repeat(65_457))) {
      arrays.put(name, Int8Array.zeros(1));
    }
    Npz.write(file, arrays);
    assertHolds(file, arrays);
    assertThatThrownBy(() -> Npz.write(file, Map.of("x".repeat(65_458), Int8Array.zeros(1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Npz.write(file, Map.of("\uD800", Int8Array.zeros(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneNameTwiceIsRefused() throws IOException {
    zip(Map.of("a.npy", SIX, "b.npy", SIX));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'b' && bytes[i + 1] == '.' && bytes[i + 2] == 'n') {
        bytes[i] = 'a';
      }
    }
    Files.write(file, bytes);
    assertThatThrownBy(() -> Npz.open(file))
        .isInstanceOf(NpyFormatException.class)
        .hasMessage(file + ": two entries have the name 'a.npy'");
  }

  /** Sizes in the directory, 20 and 24 bytes behind its mark. */
  @ParameterizedTest
  @CsvSource({
    "false, 24, 1000000000, which cannot be",
    "true, 24, 1000000000, which cannot be",
    "true, 24, 153, need 152 bytes, the archive says 153",
    "true, 24, 151, 'needs 24 bytes of data, the file has 23'",
    "true, 24, 5, 'needs 24 bytes of data, the file has 0'",
    "true, 20, 1000000000, which cannot be",
    "false, 16, 305419896, archive says 12345678",
    "true, 16, 305419896, archive says 12345678"
  })
  void directoriesThatLieAreRefused(boolean compressed, int at, int value, String problem)
      throws IOException {
    Map<String, NumpyArray> arrays = Map.of("a", Int32Array.zeros(2, 3));
    if (compressed) {
      Npz.writeCompressed(file, arrays);
    } else {
      Npz.write(file, arrays);
    }
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int mark = bytes.length - 22 - 46 - 5;
    assertThat(directory.getInt(mark)).isEqualTo(0x02014b50);
    directory.putInt(mark + at, value);
    Files.write(file, bytes);
    assertThatThrownBy(
            () -> {
              try (Npz archive = Npz.open(file)) {
                archive.get("a");
              }
            })
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining(problem);
  }

  /** The header of the entry promises more, or less, than the archive. */
  @ParameterizedTest
  @ValueSource(strings = {"(1000000000000,)", "(2, 4)", "(2, 2)", "()"})
  void headersThatLieAreRefused(String shape) throws IOException {
    zip(Map.of("a.npy", NpyFiles.file("<i4", false, shape, new byte[24])));
    try (Npz archive = Npz.open(file)) {
      assertThatThrownBy(() -> archive.get("a"))
          .isInstanceOf(NpyFormatException.class)
          .hasMessageContaining("bytes");
      assertThatThrownBy(() -> archive.header("a")).isInstanceOf(NpyFormatException.class);
    }
  }

  /** Zeros are what compresses best: a directory that says so must be believed. */
  @Test
  void zerosMayBeCompressedAsFarAsTheyCan() throws IOException {
    UInt8Array zeros = UInt8Array.zeros(40_000_000);
    Npz.writeCompressed(file, Map.of("zeros", zeros));
    assertThat(Files.size(file)).isLessThan(40_000);
    try (Npz archive = Npz.open(file)) {
      NumpyArray read = archive.get("zeros");
      assertThat(read.segment().mismatch(zeros.segment())).isEqualTo(-1);
      read.free();
    }
    zeros.free();
  }

  @Test
  void bfloat16IsReadWhereItIsAskedFor() throws IOException {
    BFloat16Array half = BFloat16Array.zeros(3);
    half.set(1, 0.5f);
    Npz.write(file, Map.of("a", half));
    try (Npz archive = Npz.open(file)) {
      assertThat(archive.get("a", BFloat16Array.class).get(1)).isEqualTo(0.5f);
      assertThatThrownBy(() -> archive.get("a"))
          .isInstanceOf(NpyFormatException.class)
          .hasMessageContaining("pass BFloat16Array.class");
    }
  }

  @Test
  void whatFailsLeavesTheOldArchive() throws IOException {
    Npz.write(file, Map.of("a", Int8Array.zeros(1)));
    Int8Array freed = Int8Array.zeros(1);
    freed.free();
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    arrays.put("good", Int8Array.zeros(1));
    arrays.put("freed", freed);
    assertThatThrownBy(() -> Npz.write(file, arrays)).isInstanceOf(IllegalStateException.class);
    try (Npz archive = Npz.open(file)) {
      assertThat(archive.names()).containsExactly("a");
    }
  }
}
