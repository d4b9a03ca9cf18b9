package dev.ndbind.internal.npy;

import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.NativeMemory;
import dev.ndbind.internal.memory.OwnedMemory;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.channels.ReadableByteChannel;

/**
 * Reads the elements behind a header into memory of their own.
 *
 * <p>A header is not believed: unless its data are known to be there, memory grows with what has
 * arrived, and is never more than twice as much, but for the first {@value #FIRST} bytes.
 */
public final class DataReader {
  private static final int CHUNK = 1 << 20;
  private static final long FIRST = 16L << 20;

  private final Input input;
  private final Header header;
  private OwnedMemory memory;
  private long capacity;
  private long filled;

  private DataReader(Input input, Header header, long capacity) {
    this.input = input;
    this.header = header;
    this.capacity = capacity;
    this.memory = OwnedMemory.allocate(capacity);
  }

  /**
   * Reads all elements, and nothing beyond.
   *
   * @param channel just behind the header
   * @param header says how many
   * @param isThere whether it is known that as many bytes follow
   * @param problems makes the exception
   * @return their memory, in the machine's byte order
   * @throws IOException if there are fewer, or if reading fails
   */
  public static OwnedMemory read(
      ReadableByteChannel channel, Header header, boolean isThere, Problems problems)
      throws IOException {
    long total = header.dataBytes();
    DataReader reader =
        new DataReader(
            new Input(channel, problems), header, isThere ? total : Math.min(total, FIRST));
    boolean isComplete = false;
    try {
      reader.readAll();
      isComplete = true;
      return reader.memory;
    } finally {
      if (!isComplete) {
        reader.memory.free();
      }
    }
  }

  private void readAll() throws IOException {
    MemorySegment swapping = MemorySegment.NULL;
    OwnedMemory scratch = header.isSwapped() ? OwnedMemory.allocate(CHUNK) : memory;
    try {
      if (header.isSwapped()) {
        swapping = bytes(scratch, 0, CHUNK);
      }
      while (filled < header.dataBytes()) {
        if (filled == capacity) {
          grow();
        }
        long count = Math.min(CHUNK, capacity - filled);
        if (header.isSwapped()) {
          fill(swapping.asSlice(0, count));
          swap(scratch.address(), count);
        } else {
          fill(bytes(memory, filled, count));
        }
        filled += count;
      }
    } finally {
      Reference.reachabilityFence(memory);
      if (header.isSwapped()) {
        scratch.free();
      }
    }
  }

  private void fill(MemorySegment target) throws IOException {
    String what = "the data, %d of %d bytes read".formatted(filled, header.dataBytes());
    input.fill(target.asByteBuffer(), what);
  }

  private static MemorySegment bytes(OwnedMemory memory, long offset, long count) {
    return NativeMemory.ALL.asSlice(memory.address() + offset, count);
  }

  private void swap(long source, long bytes) {
    int itemsize = header.dtype().itemsize();
    long[] strides = {itemsize};
    long target = memory.address() + filled;
    long[] shape = {bytes / itemsize};
    StridedCopy.copySwapped(
        source, header.dtype(), strides, target, header.dtype(), strides, shape);
  }

  private void grow() {
    long total = header.dataBytes();
    long newCapacity = capacity > total / 2 ? total : 2 * capacity;
    OwnedMemory larger = OwnedMemory.allocate(newCapacity);
    MemorySegment.copy(bytes(memory, 0, filled), 0, bytes(larger, 0, filled), 0, filled);
    memory.free();
    memory = larger;
    capacity = newCapacity;
  }
}
