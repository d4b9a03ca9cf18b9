package dev.ndbind.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Npy;
import dev.ndbind.NpyFormatException;
import dev.ndbind.Npz;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import dev.ndbind.annotation.DType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives: NumPy writes what Java reads, and back. */
class NpzFilesTest {
  private static final int ROUNDS = Integer.getInteger("ndbind.test.rounds", 1000);

  private final PythonModule files = Modules.find("files");
  private final Path numpys;
  private final Path ours;

  NpzFilesTest(@TempDir Path folder) {
    this.numpys = folder.resolve("numpys.npz");
    this.ours = folder.resolve("ours.npz");
  }

  private static Map<String, NumpyArray> arrays() {
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    Float64Array large = Float64Array.zeros(200, 300);
    for (int i = 0; i < 200; i++) {
      large.set(i, i, 1.5 * i);
    }
    arrays.put("large", large);
    arrays.put("transposed", large.transpose());
    arrays.put("gaps/layer:0", large.slice(1, 0, 300, 7).flip(0));
    arrays.put("scalar ü", Float32Array.zeros());
    arrays.put("empty", Int16Array.zeros(0, 3));
    return arrays;
  }

  private void savez(boolean compressed, boolean forward, Map<String, NumpyArray> arrays) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(numpys.toString(), compressed, forward));
    arguments.add(List.copyOf(arrays.keySet()));
    arguments.addAll(arrays.values());
    files.call("savez", arguments.toArray()).close();
  }

  private void write(boolean compressed, boolean forward, Map<String, NumpyArray> arrays)
      throws IOException {
    if (forward) {
      try (OutputStream out = Files.newOutputStream(ours)) {
        if (compressed) {
          Npz.writeCompressed(out, arrays);
        } else {
          Npz.write(out, arrays);
        }
      }
    } else if (compressed) {
      Npz.writeCompressed(ours, arrays);
    } else {
      Npz.write(ours, arrays);
    }
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void writesWhatNumpyWrites(boolean compressed, boolean forward) throws IOException {
    for (Map<String, NumpyArray> arrays : List.of(arrays(), Map.<String, NumpyArray>of())) {
      savez(compressed, forward, arrays);
      write(compressed, forward, arrays);
      if (!compressed && Interpreter.isEmbedded()) {
        // Deflated bytes are those of the library that is installed; and Python 3.11.2 has another
        // version of the format in its records.
        assertThat(Files.mismatch(ours, numpys)).isEqualTo(-1);
      }
      assertThat(files.call("entries", ours.toString()).asString())
          .isEqualTo(files.call("entries", numpys.toString()).asString());
      assertThat(read(numpys)).isEqualTo(read(ours));
      assertThat(read(ours)).isEqualTo(archive(ours));
    }
  }

  /** What NumPy reads: facts by name. */
  private Map<String, String> archive(Path path) {
    return pairs(files.call("archive", path.toString()));
  }

  private static Map<String, String> pairs(PythonObject list) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (PythonObject pair : list.elements()) {
      List<PythonObject> parts = pair.elements();
      pairs.put(parts.getFirst().asString(), parts.getLast().asString());
    }
    return pairs;
  }

  /** What Java reads: facts by name; nothing if it is no archive. */
  private static Map<String, String> read(Path path) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    try (Npz archive = Npz.open(path)) {
      for (String name : archive.names()) {
        facts.put(name, FileFacts.outcome(() -> archive.get(name)));
      }
    } catch (NpyFormatException e) {
      return Map.of();
    }
    return facts;
  }

  /** Check sums guard the elements: what is read is what was written, or what NumPy reads. */
  @Test
  void damagedArchivesAreReadAsNumpyReadsThem() throws IOException {
    int arrays = 0;
    int refused = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Map<String, String> sound = pairs(files.call("hostile_archive", numpys.toString(), seed));
      Map<String, String> read = read(numpys);
      Map<String, String> numpy = archive(numpys);
      for (Map.Entry<String, String> entry : read.entrySet()) {
        if (entry.getValue().equals(FileFacts.REFUSED)) {
          refused++;
        } else if (!sound.containsValue(entry.getValue())) { // Its name may be another one.
          assertThat(numpy).as("seed %d", seed).contains(entry);
        } else {
          arrays++;
        }
      }
      refused += read.isEmpty() ? 1 : 0;
    }
    assertThat(arrays).isGreaterThan(ROUNDS / 2);
    assertThat(refused).isGreaterThan(ROUNDS / 5);
  }

  /** Keeps zeros as holes, so that an archive of gigabytes takes no space. */
  private static final class Sparse extends OutputStream {
    private static final byte[] ZEROS = new byte[1 << 16];
    private final RandomAccessFile file;

    Sparse(Path path) throws IOException {
      this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (Arrays.equals(bytes, from, from + count, ZEROS, 0, count)) {
        file.seek(file.getFilePointer() + count);
      } else {
        file.write(bytes, from, count);
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** More elements than 2^31, and an entry behind as many bytes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void archivesMayBeLarge(boolean compressed) throws IOException {
    assumeThat(Interpreter.isEmbedded()).as("once is enough").isTrue();
    Path plain = ours.resolveSibling("huge.npy");
    long size = (1L << 31) + 8;
    Npy.write(plain, UInt8Array.zeros(8));
    byte[] header =
        new String(Files.readAllBytes(plain), StandardCharsets.ISO_8859_1)
            .substring(0, 128)
            .replaceFirst("\\(8,\\), }         ", "(" + size + ",), }")
            .getBytes(StandardCharsets.ISO_8859_1);
    try (RandomAccessFile file = new RandomAccessFile(plain.toFile(), "rw")) {
      file.write(header);
      file.setLength(header.length + size);
    }
    Map<String, NumpyArray> arrays = new LinkedHashMap<>();
    arrays.put("huge", Npy.map(plain));
    arrays.put("small", Float32Array.of(new float[] {1, 2}));
    if (compressed) {
      Npz.writeCompressed(ours, arrays);
    } else {
      try (Sparse sparse = new Sparse(ours)) {
        Npz.write(sparse, arrays);
      }
    }
    try (Npz archive = Npz.open(ours)) {
      assertThat(archive.header("huge").shape()).containsExactly(size);
      assertThat(archive.header("huge").dtype()).isEqualTo(DType.UINT8);
      assertThat(archive.get("small", Float32Array.class).toArray()).containsExactly(1, 2);
    }
    assertThat(files.call("header", ours.toString(), "huge").asString())
        .isEqualTo("(" + size + ",)");
    assertThat(files.call("header", ours.toString(), "small").asString()).isEqualTo("(2,)");
    assertThat(files.call("entries", ours.toString()).asString())
        .contains(Long.toString(size + 128));
  }
}
