package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.memory.LastingLease;
import dev.ndbind.internal.memory.NativeMemory;
import dev.ndbind.internal.memory.Scopes;
import dev.ndbind.internal.memory.Strides;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteOrder;

/** The elements of segments and buffers, as memory of arrays. */
final class JdkMemory {
  private JdkMemory() {}

  /**
   * Memory with the elements of a segment.
   *
   * @param layout of one element, or of a part of it; its order is that of the segment's bytes
   */
  static NumpyArray.Memory copy(
      DType dtype, MemorySegment elements, ValueLayout layout, long... shape) {
    long bytes = elements.byteSize();
    NumpyArray.Memory memory =
        NumpyArray.Memory.allocate(dtype, Order.C, sizes(dtype, bytes, shape));
    try {
      MemorySegment.copy(
          elements,
          layout,
          0,
          NativeMemory.ALL,
          layout.withOrder(ByteOrder.nativeOrder()),
          memory.address(),
          bytes / layout.byteSize());
      return memory;
    } finally {
      Reference.reachabilityFence(memory);
    }
  }

  /** The memory of a segment itself. */
  static NumpyArray.Memory view(
      DType dtype, MemorySegment elements, ByteOrder order, long... shape) {
    requireViewable(elements);
    if (dtype.alignment() > 1 && order != ByteOrder.nativeOrder()) {
      throw refusal(
          "are in the order %s, which is not the machine's; buffers of bytes have order(...)"
              .formatted(order));
    }
    if (elements.address() % dtype.alignment() != 0) {
      throw refusal(
          "begin at address 0x%x, which is no multiple of %d as %s needs"
              .formatted(elements.address(), dtype.alignment(), dtype));
    }
    long[] sizes = sizes(dtype, elements.byteSize(), shape);
    return new NumpyArray.Memory(
        new LastingLease(elements),
        elements.address(),
        sizes,
        Strides.c(sizes, dtype.itemsize()),
        !elements.isReadOnly());
  }

  /** Arrays do not ask at each access whether an arena has been closed. */
  private static void requireViewable(MemorySegment elements) {
    if (!elements.scope().isAlive()) {
      throw new IllegalStateException("the arena of the elements has been closed");
    }
    if (!elements.isNative()) {
      throw refusal("are on the heap, where no array has its memory");
    }
    if (!Scopes.isLasting(elements)) {
      throw refusal(
          "belong to an arena that can be closed under the array; Arena.ofAuto() and"
              + " Arena.global() cannot");
    }
  }

  private static IllegalArgumentException refusal(String why) {
    return new IllegalArgumentException("the elements %s; of(...) copies them".formatted(why));
  }

  private static long[] sizes(DType dtype, long bytes, long... shape) {
    if (bytes % dtype.itemsize() != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no multiple of the %d of a %s".formatted(bytes, dtype.itemsize(), dtype));
    }
    long count = bytes / dtype.itemsize();
    long[] sizes = shape.length == 0 ? new long[] {count} : shape.clone();
    requireCount(sizes, count);
    return sizes;
  }

  /** A shape must have as many elements as there are. */
  static void requireCount(long[] shape, long count) {
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + Strides.print(shape));
      }
    }
    if (Strides.count(shape) != count) {
      throw new IllegalArgumentException(
          "shape %s has %d elements, the data %d"
              .formatted(Strides.print(shape), Strides.count(shape), count));
    }
  }
}
