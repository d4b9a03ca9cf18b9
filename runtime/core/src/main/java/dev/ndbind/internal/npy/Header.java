package dev.ndbind.internal.npy;

import dev.ndbind.annotation.DType;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

/**
 * What the header of a {@code .npy} file says of the array behind it.
 *
 * <p>The format is read as NumPy's {@code numpy.lib.format} specifies it, versions 1.0, 2.0 and
 * 3.0, and strictly. Whether the array is there is for others to find out.
 *
 * @param descr the type string as it was written
 * @param dtype of the elements
 * @param shape sizes in elements, none negative
 * @param isFortranOrder whether the first index varies fastest, instead of the last
 * @param isSwapped whether the bytes of elements are in the order foreign to this machine
 * @param isRaw whether the type string says only how many bytes an element has
 * @param dataOffset how many bytes of the file come before the first element
 * @param dataBytes size of all elements
 */
public record Header(
    String descr,
    DType dtype,
    List<Long> shape,
    boolean isFortranOrder,
    boolean isSwapped,
    boolean isRaw,
    long dataOffset,
    long dataBytes) {

  /** Copies the shape. */
  public Header {
    shape = List.copyOf(shape);
  }

  /**
   * Reads a header.
   *
   * @param channel gives the file from its beginning; afterwards, the elements
   * @param problems makes the exceptions
   * @return a header whose array can be addressed, if it is there
   * @throws IOException if it is no such file, if its elements have no dtype here, or if reading
   *     fails
   */
  public static Header read(ReadableByteChannel channel, Problems problems) throws IOException {
    return new HeaderReader(channel, problems).read();
  }

  /**
   * Checks that there can be such an array.
   *
   * @param available how many bytes follow the header
   * @param problems makes the exception
   * @throws IOException if the elements need more than that
   */
  public void requireData(long available, Problems problems) throws IOException {
    if (dataBytes > available) {
      throw problems.of(
          "shape %s of %s needs %d bytes of data, the file has %d"
              .formatted(shape, dtype, dataBytes, Math.max(0, available)));
    }
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
