package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.LastingLease;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.OwnedMemory;
import dev.ndbind.internal.memory.Strides;
import dev.ndbind.internal.npy.DataReader;
import dev.ndbind.internal.npy.DataWriter;
import dev.ndbind.internal.npy.Header;
import dev.ndbind.internal.npy.HeaderText;
import dev.ndbind.internal.npy.Layout;
import dev.ndbind.internal.npy.Problems;
import dev.ndbind.internal.npy.Sink;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays of what the readers of files give, and what their writers take. */
final class NpyArrays {
  private NpyArrays() {}

  /** Exceptions that name a place. */
  static Problems problems(String where) {
    return problem -> new NpyFormatException(where, problem);
  }

  /** Throws unless an array of a class may be made. */
  static void require(Header header, Class<?> type, String where) throws IOException {
    @Nullable DType wanted = ArrayAccess.get().dtype(type);
    if (header.isRaw() && wanted != DType.BFLOAT16) {
      throw new NpyFormatException(
          where,
          "descr '%s' means raw bytes, which is how NumPy saves bfloat16;".formatted(header.descr())
              + " if they are, say so: pass BFloat16Array.class");
    }
    if (wanted != null && wanted != header.dtype()) {
      throw new ContractException(
          where, List.of("dtype is %s, expected %s".formatted(header.dtype(), wanted)));
    }
  }

  /** The array behind a header, in memory of its own. */
  static NumpyArray read(
      ReadableByteChannel channel, Header header, boolean isThere, Problems problems)
      throws IOException {
    return make(header, DataReader.read(channel, header, isThere, problems));
  }

  static NumpyArray make(Header header, OwnedMemory memory) {
    return make(header, memory, memory.address(), true);
  }

  /** The array in a part of a file. */
  static NumpyArray map(Header header, MemorySegment mapped) {
    NumpyArray array = make(header, new LastingLease(mapped), mapped.address(), false);
    return header.isSwapped() ? swapped(array) : array;
  }

  private static NumpyArray make(Header header, Lease lease, long address, boolean isWritable) {
    long[] shape = header.shapeArray();
    Order order = header.isFortranOrder() ? Order.F : Order.C;
    long[] strides = Strides.of(order, shape, header.dtype().itemsize());
    return ArrayFactory.make(
        header.dtype(), new NumpyArray.Memory(lease, address, shape, strides, isWritable));
  }

  private static NumpyArray swapped(NumpyArray foreign) {
    DType dtype = foreign.dtype();
    NumpyArray.Memory memory = NumpyArray.Memory.allocate(dtype, Order.C, foreign.shape);
    foreign.lease.enter(); // Not that it could end; but it keeps the mapping reachable.
    try {
      StridedCopy.copySwapped(
          foreign.address,
          dtype,
          foreign.byteStrides,
          memory.address(),
          dtype,
          memory.byteStrides(),
          foreign.shape);
    } finally {
      foreign.lease.exit();
    }
    return ArrayFactory.make(dtype, memory).asReadOnly();
  }

  /** Something that is done with the elements of an array. */
  interface Use {
    void of(Layout layout) throws IOException;
  }

  /** Keeps the memory of an array while it is written. */
  static void use(NumpyArray array, Use use) throws IOException {
    if (array.rank > HeaderText.MAX_RANK) {
      throw new IllegalArgumentException(
          "an array of rank %d cannot be written: NumPy has at most %d axes"
              .formatted(array.rank, HeaderText.MAX_RANK));
    }
    array.lease.enter();
    try {
      use.of(new Layout(array.dtype(), array.address, array.shape, array.byteStrides));
    } finally {
      array.lease.exit();
    }
  }

  static void write(NumpyArray array, Sink sink) throws IOException {
    use(array, layout -> DataWriter.write(layout, sink));
  }
}
