package dev.ndbind.internal.npy;

import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.NativeMemory;
import dev.ndbind.internal.memory.OwnedMemory;
import dev.ndbind.internal.memory.Strides;
import java.io.IOException;

/** Writes elements as {@code numpy.save} does. The memory is for the caller to keep valid. */
public final class DataWriter {
  private static final int CHUNK = 1 << 20;

  private final Sink sink;
  private final Layout layout;
  private final long scratch;

  /** Elements of one index of the axis that is cut, and of all axes before it. */
  private final long blockBytes;

  private final int cut;

  private DataWriter(Sink sink, Layout layout, long scratch) {
    this.sink = sink;
    this.layout = layout;
    this.scratch = scratch;
    long bytes = layout.dtype().itemsize();
    int axis = layout.shape().length - 1;
    while (axis > 0 && bytes * layout.shape()[axis] <= CHUNK) {
      bytes *= layout.shape()[axis];
      axis--;
    }
    this.cut = axis;
    this.blockBytes = bytes;
  }

  /**
   * Writes header and elements.
   *
   * @param layout the elements; those that lie without gaps are written as they lie, others in C
   *     order, through a buffer of 1 MiB
   * @param sink takes them
   * @throws IOException if the sink does
   */
  public static void write(Layout layout, Sink sink) throws IOException {
    sink.write(HeaderText.of(layout));
    long bytes = layout.bytes();
    if (layout.isCOrder() || layout.isFortranOrder()) {
      write(layout.address(), bytes, sink);
    } else {
      gather(layout, sink);
    }
  }

  private static void write(long address, long bytes, Sink sink) throws IOException {
    for (long done = 0; done < bytes; done += CHUNK) {
      long count = Math.min(CHUNK, bytes - done);
      sink.write(NativeMemory.ALL.asSlice(address + done, count).asByteBuffer());
    }
  }

  private static void gather(Layout layout, Sink sink) throws IOException {
    OwnedMemory scratch = OwnedMemory.allocate(CHUNK);
    try {
      new DataWriter(sink, layout, scratch.address()).axis(0, layout.address());
    } finally {
      scratch.free();
    }
  }

  private void axis(int axis, long address) throws IOException {
    long size = layout.shape()[axis];
    long stride = layout.byteStrides()[axis];
    long step = axis == cut ? CHUNK / blockBytes : 1;
    for (long index = 0; index < size; index += step) {
      long first = address + index * stride;
      if (axis == cut) {
        piece(first, Math.min(step, size - index));
      } else {
        axis(axis + 1, first);
      }
    }
  }

  private void piece(long address, long count) throws IOException {
    int rank = layout.shape().length - cut;
    long[] shape = new long[rank];
    long[] strides = new long[rank];
    System.arraycopy(layout.shape(), cut, shape, 0, rank);
    System.arraycopy(layout.byteStrides(), cut, strides, 0, rank);
    shape[0] = count;
    long[] dense = Strides.c(shape, layout.dtype().itemsize());
    StridedCopy.copy(address, layout.dtype(), strides, scratch, layout.dtype(), dense, shape);
    write(scratch, count * blockBytes, sink);
  }
}
