package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.LastingLease;
import dev.ndbind.internal.memory.Strides;
import dev.ndbind.internal.npy.NpyHeader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's {@code .npy} files: headers of version 1.0 to 3.0, C and F order, both byte orders.
 *
 * <p>A file is mapped into memory, not read: its pages are loaded when they are used. Java cannot
 * guard against another process that truncates the file meanwhile.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The
 *     format</a>
 */
public final class Npy {
  private Npy() {}

  /**
   * Maps a file.
   *
   * @param file a {@code .npy} file of numbers or bools
   * @return a read-only array over the file's own bytes, unmapped when no array reaches it any
   *     more; a file in the other byte order is copied instead
   * @throws IOException if the file cannot be read, or is no such file; the message says why
   */
  public static NumpyArray map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(channel, file.toString());
      long[] shape = header.shapeArray();
      MemorySegment mapped =
          channel.map(MapMode.READ_ONLY, header.dataOffset(), header.dataBytes(), Arena.ofAuto());
      Order order = header.isFortranOrder() ? Order.F : Order.C;
      long[] strides = Strides.of(order, shape, header.dtype().itemsize());
      return header.isSwapped()
          ? swapped(header.dtype(), mapped, shape, strides)
          : ArrayAccess.get()
              .make(
                  header.dtype(),
                  new LastingLease(mapped),
                  mapped.address(),
                  shape,
                  strides,
                  false);
    }
  }

  /**
   * Maps a file whose dtype is known.
   *
   * @param <A> the class of array
   * @param file a {@code .npy} file
   * @param type the class for the file's dtype
   * @return a read-only array over the file's own bytes, as {@link #map(Path)} gives it
   * @throws IOException if the file cannot be read, or is no such file
   * @throws ContractException if the file has another dtype
   */
  public static <A extends NumpyArray> A map(Path file, Class<A> type) throws IOException {
    NumpyArray array = map(file);
    @Nullable DType wanted = ArrayAccess.get().dtype(type);
    if (!type.isInstance(array)) {
      throw new ContractException(
          file.toString(), List.of("dtype is %s, expected %s".formatted(array.dtype(), wanted)));
    }
    return type.cast(array);
  }

  private static NumpyArray swapped(
      DType dtype, MemorySegment mapped, long[] shape, long[] strides) {
    NumpyArray.Memory memory = NumpyArray.Memory.allocate(dtype, Order.C, shape);
    StridedCopy.copySwapped(
        mapped.address(), dtype, strides, memory.address(), dtype, memory.byteStrides(), shape);
    return ArrayFactory.make(dtype, memory).asReadOnly();
  }
}
