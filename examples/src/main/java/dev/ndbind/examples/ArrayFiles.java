package dev.ndbind.examples;

import dev.ndbind.Npy;
import dev.ndbind.NpyHeader;
import dev.ndbind.Npz;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bands of a mapped file go to a compressed archive, from which one of them is read again. */
public final class ArrayFiles {
  private static final Path SCENE = Path.of("data", "landsat7-olinda.npy");

  private ArrayFiles() {}

  public static void main(String[] args) throws IOException {
    UInt8Array scene = Npy.map(SCENE, UInt8Array.class);
    Map<String, NumpyArray> bands = new LinkedHashMap<>();
    bands.put("red", scene.select(2, 2)); // Every sixth byte: gathered while it is written.
    bands.put("near infrared", scene.select(2, 3));
    Path file = Files.createTempFile("bands", ".npz");
    try {
      Npz.writeCompressed(file, bands);
      printBands(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void printBands(Path file) throws IOException {
    try (Npz archive = Npz.open(file)) {
      for (String name : archive.names()) {
        NpyHeader header = archive.header(name);
        System.out.printf("%s: %s %s%n", name, header.dtype(), header.shape());
      }
      UInt8Array red = archive.get("red", UInt8Array.class);
      System.out.println("first pixels, red: " + red.select(0, 0).slice(0, 0, 5));
    }
  }
}
