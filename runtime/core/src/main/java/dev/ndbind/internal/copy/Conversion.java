package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;

import dev.ndbind.annotation.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

/**
 * Converts elements that lie side by side to elements that do, block by block: what one pass makes
 * of a block, the next one reads while it is in the nearest cache.
 */
final class Conversion {
  private final List<Pass<?>> passes;

  /** Parts of an element that are converted by themselves: two from complex to complex. */
  private final int parts;

  private final int srcSize;
  private final int dstSize;
  private final int block;
  private final Scratch padded;
  private final Scratch between;

  /**
   * Prepares a conversion.
   *
   * @param from the type read
   * @param to the type written, of other bits than {@code from}
   * @param longest an upper bound of the elements converted at once
   * @param allocator gives the scratch memory
   */
  Conversion(DType from, DType to, int longest, SegmentAllocator allocator) {
    boolean isComplex = from.isComplex() && to.isComplex();
    this.parts = isComplex ? 2 : 1;
    this.srcSize = from.itemsize() / parts;
    this.dstSize = to.itemsize() / parts;
    this.block = Math.min(Math.ceilDiv(longest * parts, Pass.GROUP) * Pass.GROUP, Pass.BLOCK);
    this.passes =
        isComplex
            ? Route.between(StridedCopy.component(from), StridedCopy.component(to), block)
            : Route.between(from, to, block);
    long room = (long) block * Math.max(Long.BYTES, Math.max(srcSize, dstSize));
    this.padded = new Scratch(allocator, room);
    this.between = new Scratch(allocator, room);
  }

  /** Converts {@code count} elements, of any number. */
  void run(long src, long dst, int count) {
    long all = (long) count * parts;
    for (long done = 0; done < all; done += block) {
      int length = (int) Math.min(block, all - done);
      runBlock(src + done * srcSize, dst + done * dstSize, length);
    }
  }

  /** Goes through scratch memory where a loop would read or write beyond the end. */
  private void runBlock(long src, long dst, int count) {
    if (count % Pass.GROUP == 0) {
      runPasses(src, dst, count);
    } else {
      MemorySegment.copy(ALL, src, ALL, padded.address(), (long) count * srcSize);
      runPasses(padded.address(), between.address(), count);
      MemorySegment.copy(ALL, between.address(), ALL, dst, (long) count * dstSize);
    }
  }

  private void runPasses(long src, long dst, int count) {
    MemorySegment segment = ALL;
    long at = src;
    for (int i = 0; i < passes.size(); i++) {
      Pass<?> pass = passes.get(i);
      long bytes = (long) count * pass.bytesPerElement();
      if (pass.reads()) {
        if (!segment.isNative()) {
          at = between.address();
          MemorySegment.copy(segment, 0, ALL, at, bytes);
        }
        pass.run(at, count);
        segment = pass.bytes();
        at = 0;
      } else {
        MemorySegment.copy(segment, at, pass.bytes(), 0, bytes);
        segment = ALL;
        at = i == passes.size() - 1 ? dst : between.address();
        pass.run(at, count);
      }
    }
    if (!segment.isNative()) {
      MemorySegment.copy(segment, 0, ALL, dst, (long) count * dstSize);
    }
  }
}
