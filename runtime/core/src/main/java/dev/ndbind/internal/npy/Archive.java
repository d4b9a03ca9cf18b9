package dev.ndbind.internal.npy;

import dev.ndbind.internal.memory.OwnedMemory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads archives of {@code .npy} files, and believes neither their directory nor their headers. */
public final class Archive implements AutoCloseable {
  private static final String SUFFIX = ".npy";

  /** Deflate needs two bits at least for 258 bytes. */
  private static final int MOST_FOR_A_BYTE = 1032;

  private final Path file;
  private final ZipFile zip;
  private final Function<String, Problems> places;
  private final Map<String, ZipEntry> entries;
  private final long fileBytes;

  private Archive(Path file, ZipFile zip, Function<String, Problems> places) throws IOException {
    this.file = file;
    this.zip = zip;
    this.places = places;
    this.fileBytes = Files.size(file);
    this.entries = entries(zip, places.apply(file.toString()));
  }

  /**
   * An entry's array.
   *
   * @param header what it is
   * @param memory its elements, in the machine's byte order
   */
  public record Content(Header header, OwnedMemory memory) {}

  /** Looks at a header before the elements are read. */
  @FunctionalInterface
  public interface Check {
    /**
     * Looks at a header.
     *
     * @param header of the entry
     * @throws IOException if the elements are not wanted
     */
    void of(Header header) throws IOException;
  }

  /**
   * Opens an archive.
   *
   * @param file a file of the default file system
   * @param places makes exceptions for a place in it
   * @return the archive
   * @throws IOException if it is none, or cannot be read
   */
  public static Archive open(Path file, Function<String, Problems> places) throws IOException {
    ZipFile zip = zip(file, places.apply(file.toString()));
    Archive archive = null;
    try {
      archive = new Archive(file, zip, places);
      return archive;
    } finally {
      if (archive == null) {
        zip.close();
      }
    }
  }

  private static ZipFile zip(Path file, Problems problems) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException e) {
      throw problems.of("not a sound .npz file: " + e.getMessage(), e);
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, Problems problems) throws IOException {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String full = entry.getName();
      requireSound(full, full, problems);
      if (full.endsWith(SUFFIX)) {
        String name = full.substring(0, full.length() - SUFFIX.length());
        requireSound(name, full, problems);
        if (entries.put(name, entry) != null) {
          throw problems.of("two entries have the name '" + full + "'");
        }
      }
    }
    return entries;
  }

  private static void requireSound(String name, String full, Problems problems) throws IOException {
    String problem = EntryNames.problem(name);
    if (problem != null) {
      throw problems.of("the name of entry '" + full + "' " + problem);
    }
  }

  /**
   * The names of arrays.
   *
   * @return without suffix, in the directory's order
   */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /**
   * What messages call an entry.
   *
   * @param name of the entry, without suffix
   * @return file and entry
   */
  public String place(String name) {
    return "%s: entry '%s'".formatted(file, name);
  }

  /**
   * Reads the header of an entry.
   *
   * @param name of the entry, without suffix
   * @return the header
   * @throws IOException if it cannot be read, or contradicts the directory
   */
  public Header header(String name) throws IOException {
    return read(name, (_, _, header, _) -> header);
  }

  /**
   * Reads an entry.
   *
   * @param name of the entry, without suffix
   * @param check looks at the header
   * @return header and elements
   * @throws IOException if it cannot be read, or is not sound
   */
  public Content read(String name, Check check) throws IOException {
    return read(
        name,
        (entry, in, header, problems) -> {
          check.of(header);
          return new Content(header, elements(entry, in, header, problems));
        });
  }

  private interface Reading<T> {
    T of(ZipEntry entry, CheckedInputStream in, Header header, Problems problems)
        throws IOException;
  }

  private <T> T read(String name, Reading<T> reading) throws IOException {
    Problems problems = places.apply(place(name));
    ZipEntry entry = entry(name);
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      requirePossible(entry, problems);
      Header header = Header.read(Channels.newChannel(in), problems);
      requireAgreement(entry, header, problems);
      return reading.of(entry, in, header, problems);
    } catch (ZipException | EOFException e) {
      throw problems.of("cannot be decompressed: " + e.getMessage(), e);
    }
  }

  private ZipEntry entry(String name) throws IOException {
    @Nullable ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw places.apply(file.toString()).of("no entry '%s' among %s".formatted(name, names()));
    }
    return entry;
  }

  private void requirePossible(ZipEntry entry, Problems problems) throws IOException {
    long size = entry.getSize();
    long compressed = entry.getCompressedSize();
    long most = entry.getMethod() == ZipEntry.STORED ? compressed : compressed * MOST_FOR_A_BYTE;
    if (size < 0 || compressed < 0 || compressed > fileBytes || size > most) {
      throw problems.of(
          "the archive says %d bytes in %d of its %d, which cannot be"
              .formatted(size, compressed, fileBytes));
    }
  }

  private static void requireAgreement(ZipEntry entry, Header header, Problems problems)
      throws IOException {
    header.requireData(entry.getSize() - header.dataOffset(), problems);
    long expected = header.dataOffset() + header.dataBytes();
    if (expected != entry.getSize()) {
      throw problems.of(
          "shape %s of %s and its header need %d bytes, the archive says %d"
              .formatted(header.shape(), header.dtype(), expected, entry.getSize()));
    }
  }

  private static OwnedMemory elements(
      ZipEntry entry, CheckedInputStream in, Header header, Problems problems) throws IOException {
    boolean isThere = entry.getMethod() == ZipEntry.STORED;
    ReadableByteChannel channel = Channels.newChannel(in);
    OwnedMemory memory = DataReader.read(channel, header, isThere, problems);
    boolean isSound = false;
    try {
      if (in.read() >= 0) {
        throw problems.of(
            "more than the %d bytes that the archive says".formatted(entry.getSize()));
      }
      long found = in.getChecksum().getValue();
      if (found != entry.getCrc()) {
        throw problems.of(
            "the check sum of its bytes is %08x, the archive says %08x"
                .formatted(found, entry.getCrc()));
      }
      isSound = true;
      return memory;
    } finally {
      if (!isSound) {
        memory.free();
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
