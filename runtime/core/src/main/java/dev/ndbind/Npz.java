package dev.ndbind;

import dev.ndbind.internal.npy.Archive;
import dev.ndbind.internal.npy.ArchiveWriter;
import dev.ndbind.internal.npy.EntryNames;
import dev.ndbind.internal.npy.Replacement;
import dev.ndbind.internal.npy.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's {@code .npz} archives: arrays with names, in {@code .npy} format, plain or compressed.
 *
 * {@snippet :
 * try (Npz archive = Npz.open(Path.of("model.npz"))) {
 *   Float32Array weights = archive.get("weights", Float32Array.class);
 * }
 * }
 *
 * <p>Opening reads the directory only. Each {@link #get get} reads and checks its entry anew, into
 * memory of the array's own, which outlives the archive. Entries are not mapped: nothing aligns
 * them in their file.
 *
 * <p><b>Archives of strangers.</b> A compressed entry can be a thousand times as large as its part
 * of the file, not more; {@link #header} says how large before anything is read, and memory is
 * taken as data arrive. Names are only names: nothing is written to disk.
 *
 * <p>Archives may be used by several threads.
 */
public final class Npz implements AutoCloseable {
  private final Archive archive;

  private Npz(Archive archive) {
    this.archive = archive;
  }

  /**
   * Opens an archive.
   *
   * @param file a file of the default file system
   * @return the archive, to be closed
   * @throws NpyFormatException if it is no such archive, if two entries have one name, or if a name
   *     is an absolute path or leads out of a directory
   * @throws IOException if it cannot be read
   */
  public static Npz open(Path file) throws IOException {
    return new Npz(Archive.open(file, NpyArrays::problems));
  }

  /**
   * The names of the arrays, as NumPy's {@code files} gives them: those of all entries that end in
   * {@code .npy}, without this suffix. Other entries are not arrays, and not listed.
   *
   * @return in the order of the archive
   */
  public List<String> names() {
    return archive.names();
  }

  /**
   * Reads what an entry says of its array, and not the array.
   *
   * @param name one of {@link #names()}
   * @return its header
   * @throws NpyFormatException if there is no such entry, if it contradicts the archive's
   *     directory, or if its elements have no dtype here
   * @throws IOException if it cannot be read
   * @throws IllegalStateException if the archive is closed
   */
  public NpyHeader header(String name) throws IOException {
    return NpyHeader.of(archive.header(Objects.requireNonNull(name, "name")));
  }

  /**
   * Reads an array.
   *
   * @param name one of {@link #names()}
   * @return a writable array that owns its memory
   * @throws NpyFormatException if there is no such entry, or if it is not a whole and sound array
   * @throws IOException if it cannot be read
   * @throws IllegalStateException if the archive is closed
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public NumpyArray get(String name) throws IOException {
    return get(name, NumpyArray.class);
  }

  /**
   * Reads an array of a known dtype.
   *
   * @param <A> the class of array
   * @param name one of {@link #names()}
   * @param type the class for its dtype
   * @return a writable array that owns its memory
   * @throws NpyFormatException if there is no such entry, or if it is not a whole and sound array
   * @throws IOException if it cannot be read
   * @throws ContractException if the entry has another dtype
   * @throws IllegalStateException if the archive is closed
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public <A extends NumpyArray> A get(String name, Class<A> type) throws IOException {
    String place = archive.place(Objects.requireNonNull(name, "name"));
    Archive.Content content = archive.read(name, header -> NpyArrays.require(header, type, place));
    return type.cast(NpyArrays.make(content.header(), content.memory()));
  }

  /** Closes the file. Arrays that have been read stay valid. */
  @Override
  public void close() throws IOException {
    archive.close();
  }

  /**
   * Writes an archive as {@code numpy.savez} does, byte for byte.
   *
   * <p>The file appears whole or not at all, as with {@link Npy#write(Path, NumpyArray)}.
   *
   * @param file its name, to which no suffix is added
   * @param arrays by their names, in the order of the map
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if {@link #open} would refuse a name, or an array has more
   *     than 64 axes
   * @throws IllegalStateException if an array is no longer valid
   */
  public static void write(Path file, Map<String, ? extends NumpyArray> arrays) throws IOException {
    write(file, arrays, false);
  }

  /**
   * Writes an archive as {@code numpy.savez_compressed} does. Its deflated bytes are those of this
   * machine's zlib.
   *
   * @param file its name, to which no suffix is added
   * @param arrays by their names, in the order of the map
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if {@link #open} would refuse a name, or an array has more
   *     than 64 axes
   * @throws IllegalStateException if an array is no longer valid
   */
  public static void writeCompressed(Path file, Map<String, ? extends NumpyArray> arrays)
      throws IOException {
    write(file, arrays, true);
  }

  /**
   * Writes an archive to a stream, as {@code numpy.savez} does to one that cannot be rewound.
   *
   * @param stream neither flushed nor closed
   * @param arrays by their names, in the order of the map
   * @throws IOException if the stream throws it
   * @throws IllegalArgumentException if {@link #open} would refuse a name, or an array has more
   *     than 64 axes
   * @throws IllegalStateException if an array is no longer valid
   */
  public static void write(OutputStream stream, Map<String, ? extends NumpyArray> arrays)
      throws IOException {
    write(Sink.of(Objects.requireNonNull(stream, "stream")), null, checked(arrays), false);
  }

  /**
   * Writes a compressed archive to a stream, as {@code numpy.savez_compressed} does to one that
   * cannot be rewound.
   *
   * @param stream neither flushed nor closed
   * @param arrays by their names, in the order of the map
   * @throws IOException if the stream throws it
   * @throws IllegalArgumentException if {@link #open} would refuse a name, or an array has more
   *     than 64 axes
   * @throws IllegalStateException if an array is no longer valid
   */
  public static void writeCompressed(OutputStream stream, Map<String, ? extends NumpyArray> arrays)
      throws IOException {
    write(Sink.of(Objects.requireNonNull(stream, "stream")), null, checked(arrays), true);
  }

  private static void write(
      Path file, Map<String, ? extends NumpyArray> arrays, boolean isCompressed)
      throws IOException {
    Map<String, NumpyArray> checked = checked(arrays);
    Replacement.write(file, (sink, channel) -> write(sink, channel, checked, isCompressed));
  }

  private static void write(
      Sink sink, @Nullable FileChannel file, Map<String, NumpyArray> arrays, boolean isCompressed)
      throws IOException {
    ArchiveWriter writer = new ArchiveWriter(sink, file, isCompressed);
    for (Map.Entry<String, NumpyArray> entry : arrays.entrySet()) {
      NpyArrays.use(entry.getValue(), layout -> writer.add(entry.getKey(), layout));
    }
    writer.finish();
  }

  /** Before anything is written. */
  private static Map<String, NumpyArray> checked(Map<String, ? extends NumpyArray> arrays) {
    Map<String, NumpyArray> checked = new LinkedHashMap<>();
    arrays.forEach((name, array) -> {
      requireName(Objects.requireNonNull(name, "name"));
      checked.put(name, Objects.requireNonNull(array, name));
    });
    return checked;
  }

  private static void requireName(String name) {
    String problem = EntryNames.problem(name);
    if (problem != null) {
      throw new IllegalArgumentException("the name '%s' %s".formatted(name, problem));
    }
    if (EntryNames.isTooLong(name + ".npy")) {
      throw new IllegalArgumentException("a name is longer than an archive's directory can hold");
    }
  }
}
