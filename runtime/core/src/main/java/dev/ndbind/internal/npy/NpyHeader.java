package dev.ndbind.internal.npy;

import dev.ndbind.annotation.DType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * What the header of a {@code .npy} file says of the array behind it.
 *
 * <p>The format is read as NumPy's {@code numpy.lib.format} specifies it, versions 1.0, 2.0 and
 * 3.0, and strictly: a header is believed only after its array has been found to fit the file.
 *
 * @param dtype of the elements
 * @param shape sizes in elements, none negative
 * @param isFortranOrder whether the first index varies fastest, instead of the last
 * @param isSwapped whether the bytes of elements are in the order foreign to this machine
 * @param dataOffset position of the first element in the file
 * @param dataBytes size of all elements
 */
public record NpyHeader(
    DType dtype,
    List<Long> shape,
    boolean isFortranOrder,
    boolean isSwapped,
    long dataOffset,
    long dataBytes) {

  /** Copies the shape. */
  public NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Reads the header of an open file.
   *
   * @param channel the file, whose position is neither used nor changed
   * @param file what messages call it
   * @return a header whose array lies within the file; more may follow it
   * @throws NpyFormatException if it is no such file, or its elements have no dtype here
   * @throws IOException if reading fails
   */
  public static NpyHeader read(FileChannel channel, String file) throws IOException {
    return new NpyReader(channel, file).read();
  }

  /**
   * The shape as an array.
   *
   * @return a fresh array
   */
  public long[] shapeArray() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
