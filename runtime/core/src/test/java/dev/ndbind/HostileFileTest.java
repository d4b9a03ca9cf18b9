package dev.ndbind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sound files with random damage give arrays, or the exception for this, and nothing else. Whether
 * they are the right arrays is tested in runtime/numpy, where NumPy can be asked.
 */
class HostileFileTest {
  private static final int ROUNDS = 1000;
  private static final String[] WORDS = {
    "True",
    "False",
    "None",
    "(",
    ")",
    ",",
    "{",
    "}",
    "'",
    "-1",
    "0",
    "00",
    "99999999999999999999",
    "9223372036854775807",
    "1L",
    "'<f8'",
    "'|O'",
    "[('a', '<f4')]",
    "'descr'",
    "'shape'",
    ": ",
    "()",
    "\\x41",
    "\u00e9",
    "\0",
    "\n",
    "#",
    "1e9",
    "0x10",
    "1_0",
    "(2,)*2",
    "4294967296,"
  };

  @TempDir Path folder;

  private static byte[] seed(Random random) {
    String[] descrs = {"<f4", ">i2", "|b1", "<c16", "|u1", "<f2", ">c8", "<V2"};
    String[] shapes = {"()", "(3,)", "(2, 3)", "(0, 4)", "(1, 1, 2)", "(4, 2)"};
    String dictionary =
        NpyFiles.dictionary(
            descrs[random.nextInt(descrs.length)],
            random.nextBoolean(),
            shapes[random.nextInt(shapes.length)]);
    byte[] data = new byte[128];
    random.nextBytes(data);
    return NpyFiles.file(1 + random.nextInt(3), dictionary, data);
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> word(bytes, random);
      case 2 -> bytes[random.nextInt(Math.min(12, bytes.length))] = (byte) random.nextInt();
      case 3 -> insert(bytes, random);
      default -> {
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }

  private static void word(byte[] bytes, Random random) {
    byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    int at = 10 + random.nextInt(80);
    System.arraycopy(word, 0, bytes, at, Math.min(word.length, bytes.length - at));
  }

  /** The padding makes room. */
  private static void insert(byte[] bytes, Random random) {
    byte[] word = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    int at = 12 + random.nextInt(60);
    System.arraycopy(bytes, at, bytes, at + word.length, 120 - at - word.length);
    System.arraycopy(word, 0, bytes, at, word.length);
  }

  private static String outcome(Reading reading) throws IOException {
    try {
      NumpyArray array = reading.read();
      NpyFiles.bytes(array);
      return "array";
    } catch (NpyFormatException e) {
      return "refused";
    }
  }

  private interface Reading {
    NumpyArray read() throws IOException;
  }

  @Test
  void damagedFilesGiveArraysOrTheException() throws IOException {
    Random random = new Random(20260101);
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = damaged(seed(random), random);
      Path file = Files.write(folder.resolve("a.npy"), bytes);
      String read = outcome(() -> Npy.read(file));
      assertThat(outcome(() -> Npy.map(file))).isEqualTo(read);
      assertThat(outcome(() -> Npy.read(new ByteArrayInputStream(bytes)))).isEqualTo(read);
      outcomes.merge(read, 1, Integer::sum);
    }
    assertThat(outcomes.get("array")).isGreaterThan(ROUNDS / 10);
    assertThat(outcomes.get("refused")).isGreaterThan(ROUNDS / 10);
  }

  /** Any damage of the elements is noticed: entries have check sums. */
  @Test
  void damagedArchivesGiveTheirArraysOrTheException() throws IOException {
    Random random = new Random(20260102);
    Int16Array first = Int16Array.of(new short[] {1, 2, 3, 4, 5, 6}, 2, 3);
    Float64Array second = Float64Array.of(new double[] {7, 8});
    Path file = folder.resolve("a.npz");
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    for (boolean compressed : List.of(true, false)) {
      Map<String, NumpyArray> arrays = new LinkedHashMap<>();
      arrays.put("first", first);
      arrays.put("second", second);
      if (compressed) {
        Npz.writeCompressed(file, arrays);
      } else {
        Npz.write(file, arrays);
      }
      byte[] sound = Files.readAllBytes(file);
      for (int round = 0; round < ROUNDS; round++) {
        Path damaged = Files.write(folder.resolve("b.npz"), damagedArchive(sound, random));
        outcomes.merge(outcome(damaged, arrays), 1, Integer::sum);
      }
    }
    assertThat(outcomes.get("array")).isGreaterThan(ROUNDS / 10);
    assertThat(outcomes.get("refused")).isGreaterThan(ROUNDS / 10);
  }

  private static byte[] damagedArchive(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    if (random.nextInt(8) == 0) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    int directory = bytes.length - 150;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at =
          random.nextBoolean() ? random.nextInt(bytes.length) : directory + random.nextInt(150);
      bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) -random.nextInt(2);
    }
    return bytes;
  }

  private static String outcome(Path file, Map<String, NumpyArray> arrays) throws IOException {
    try (Npz archive = Npz.open(file)) {
      for (String name : archive.names()) {
        NumpyArray array = archive.get(name);
        NumpyArray expected = arrays.get(name);
        if (expected != null) {
          assertThat(NpyFiles.bytes(array)).isEqualTo(NpyFiles.bytes(expected));
        }
      }
      return "array";
    } catch (NpyFormatException e) {
      return "refused";
    }
  }
}
