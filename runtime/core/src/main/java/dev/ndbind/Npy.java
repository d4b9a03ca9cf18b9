package dev.ndbind;

import dev.ndbind.internal.npy.Header;
import dev.ndbind.internal.npy.Problems;
import dev.ndbind.internal.npy.Replacement;
import dev.ndbind.internal.npy.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * NumPy's {@code .npy} files: read, mapped into memory, and written as {@code numpy.save} writes
 * them.
 *
 * <p>Read are versions 1.0 to 3.0, C and F order, both byte orders, and all dtypes that arrays
 * have. Others are refused; nothing is ever unpickled. bfloat16, which NumPy itself does not have,
 * is read where the caller asks for a {@code BFloat16Array}: files say only that an element has two
 * bytes.
 *
 * <p>Methods that take a class throw a {@link ContractException} if the file has another dtype.
 * Those that read from a stream or channel read one array and nothing behind it, so that several
 * can follow each other; what they read from is left open.
 *
 * @see Npz
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The
 *     format</a>
 */
public final class Npy {
  private static final String STREAM = "the stream";

  private Npy() {}

  /**
   * Maps a file: its pages are loaded when they are used, and the memory is the file's own.
   *
   * <p>Java cannot guard against somebody who truncates the file meanwhile. The array then throws
   * {@link InternalError} where there are no data any more; native code that has been given the
   * memory, NumPy's for instance, ends the process. {@link #read(Path)} is safe from that, and so
   * is a file that is replaced, not overwritten, as {@link #write(Path, NumpyArray)} does.
   *
   * @param file a {@code .npy} file of numbers or bools
   * @return a read-only array over the file's own bytes, unmapped when no array reaches it any
   *     more; a file in the other byte order is copied instead
   * @throws NpyFormatException if it is no such file, or its data are not all there
   * @throws IOException if it cannot be read
   */
  public static NumpyArray map(Path file) throws IOException {
    return map(file, NumpyArray.class);
  }

  /**
   * Maps a file whose dtype is known.
   *
   * @param <A> the class of array
   * @param file a {@code .npy} file
   * @param type the class for the file's dtype
   * @return a read-only array over the file's own bytes, as {@link #map(Path)} gives it
   * @throws NpyFormatException if it is no such file, or its data are not all there
   * @throws IOException if it cannot be read
   * @throws ContractException if the file has another dtype
   */
  public static <A extends NumpyArray> A map(Path file, Class<A> type) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Problems problems = NpyArrays.problems(file.toString());
      Header header = Header.read(channel, problems);
      NpyArrays.require(header, type, file.toString());
      header.requireData(channel.size() - header.dataOffset(), problems);
      return type.cast(
          NpyArrays.map(
              header,
              channel.map(
                  MapMode.READ_ONLY, header.dataOffset(), header.dataBytes(), Arena.ofAuto())));
    }
  }

  /**
   * Reads a file.
   *
   * @param file a {@code .npy} file of numbers or bools
   * @return a writable array that owns its memory, in the file's order of elements
   * @throws NpyFormatException if it is no such file, or its data are not all there
   * @throws IOException if it cannot be read
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public static NumpyArray read(Path file) throws IOException {
    return read(file, NumpyArray.class);
  }

  /**
   * Reads a file whose dtype is known.
   *
   * @param <A> the class of array
   * @param file a {@code .npy} file
   * @param type the class for the file's dtype
   * @return a writable array that owns its memory, in the file's order of elements
   * @throws NpyFormatException if it is no such file, or its data are not all there
   * @throws IOException if it cannot be read
   * @throws ContractException if the file has another dtype
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public static <A extends NumpyArray> A read(Path file, Class<A> type) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Problems problems = NpyArrays.problems(file.toString());
      Header header = Header.read(channel, problems);
      NpyArrays.require(header, type, file.toString());
      boolean isFile = Files.isRegularFile(file); // Of a pipe, say, nobody knows the size.
      if (isFile) {
        header.requireData(channel.size() - header.dataOffset(), problems);
      }
      return type.cast(NpyArrays.read(channel, header, isFile, problems));
    }
  }

  /**
   * Reads an array from a stream.
   *
   * @param stream begins with a {@code .npy} file; read up to its end, and not closed
   * @return a writable array that owns its memory; there is never much more of it than has arrived
   * @throws NpyFormatException if there is no such file, or the stream ends within it
   * @throws IOException if the stream throws it
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public static NumpyArray read(InputStream stream) throws IOException {
    return read(stream, NumpyArray.class);
  }

  /**
   * Reads an array of a known dtype from a stream.
   *
   * @param <A> the class of array
   * @param stream begins with a {@code .npy} file; read up to its end, and not closed
   * @param type the class for its dtype
   * @return a writable array that owns its memory; there is never much more of it than has arrived
   * @throws NpyFormatException if there is no such file, or the stream ends within it
   * @throws IOException if the stream throws it
   * @throws ContractException if the file has another dtype; its header has been read then
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public static <A extends NumpyArray> A read(InputStream stream, Class<A> type)
      throws IOException {
    return read(Channels.newChannel(Objects.requireNonNull(stream, "stream")), type);
  }

  /**
   * Reads an array from a channel.
   *
   * @param channel a blocking one, at the beginning of a {@code .npy} file; read up to its end, and
   *     not closed
   * @return a writable array that owns its memory; there is never much more of it than has arrived
   * @throws NpyFormatException if there is no such file, or the channel ends within it
   * @throws IOException if the channel throws it
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public static NumpyArray read(ReadableByteChannel channel) throws IOException {
    return read(channel, NumpyArray.class);
  }

  /**
   * Reads an array of a known dtype from a channel.
   *
   * @param <A> the class of array
   * @param channel a blocking one, at the beginning of a {@code .npy} file; read up to its end, and
   *     not closed
   * @param type the class for its dtype
   * @return a writable array that owns its memory; there is never much more of it than has arrived
   * @throws NpyFormatException if there is no such file, or the channel ends within it
   * @throws IOException if the channel throws it
   * @throws ContractException if the file has another dtype; its header has been read then
   * @throws OutOfMemoryError if there is no native memory for it
   */
  public static <A extends NumpyArray> A read(ReadableByteChannel channel, Class<A> type)
      throws IOException {
    Problems problems = NpyArrays.problems(STREAM);
    Header header = Header.read(Objects.requireNonNull(channel, "channel"), problems);
    NpyArrays.require(header, type, STREAM);
    return type.cast(NpyArrays.read(channel, header, false, problems));
  }

  /**
   * Reads what a file says of its array, and not the array.
   *
   * @param file a {@code .npy} file
   * @return its header
   * @throws NpyFormatException if it is no such file, or its elements have no dtype here
   * @throws IOException if it cannot be read
   */
  public static NpyHeader header(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return NpyHeader.of(Header.read(channel, NpyArrays.problems(file.toString())));
    }
  }

  /**
   * Writes a file with exactly the bytes that {@code numpy.save} writes: an array that is in F
   * order is written in it; one with gaps, in C order, without being copied as a whole. bfloat16 is
   * written as by NumPy with ml_dtypes.
   *
   * <p>The file appears whole or not at all: it is written under another name, {@code .ndbind-…},
   * in the same directory, and then renamed. A file that was there is replaced: whoever has mapped
   * it, or reads it, keeps the old content.
   *
   * @param file its name, to which no suffix is added
   * @param array any valid array of at most 64 axes
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if the array is no longer valid
   */
  public static void write(Path file, NumpyArray array) throws IOException {
    Objects.requireNonNull(array, "array");
    Replacement.write(file, (sink, _) -> NpyArrays.write(array, sink));
  }

  /**
   * Writes an array to a stream, with the bytes that {@code numpy.save} writes.
   *
   * @param stream neither flushed nor closed
   * @param array any valid array of at most 64 axes
   * @throws IOException if the stream throws it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static void write(OutputStream stream, NumpyArray array) throws IOException {
    NpyArrays.write(array, Sink.of(Objects.requireNonNull(stream, "stream")));
  }

  /**
   * Writes an array to a channel, with the bytes that {@code numpy.save} writes.
   *
   * @param channel a blocking one, not closed
   * @param array any valid array of at most 64 axes
   * @throws IOException if the channel throws it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static void write(WritableByteChannel channel, NumpyArray array) throws IOException {
    NpyArrays.write(array, Sink.of(Objects.requireNonNull(channel, "channel")));
  }
}
