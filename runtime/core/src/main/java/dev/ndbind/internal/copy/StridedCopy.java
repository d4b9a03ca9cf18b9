package dev.ndbind.internal.copy;

import static dev.ndbind.internal.memory.NativeMemory.ALL;

import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Strides;
import java.lang.foreign.MemorySegment;

/**
 * Copies elements between two strided regions of native memory, from any dtype to any dtype.
 *
 * <p>Values are cast as NumPy's {@code astype(…, casting="unsafe")} does; whether the cast is
 * allowed, and whether the memory is alive and large enough, is for the caller to check. Strides
 * may be zero, negative and no multiple of the item size. The regions must not overlap.
 *
 * <p>Between equal types bits are moved, so that NaN payloads, and the bytes of a bool, stay as
 * they are. The rules for all other casts are in {@link Casts}.
 */
public final class StridedCopy {
  /** Below this, one thread copies a block before loops are laid out and shared. */
  private static final long BLOCK_BYTES = 1L << 21;

  private StridedCopy() {}

  /**
   * Copies every element.
   *
   * @param src address of the source's element at index 0
   * @param srcType a concrete dtype
   * @param srcByteStrides one for each axis
   * @param dst address of the destination's element at index 0
   * @param dstType a concrete dtype
   * @param dstByteStrides one for each axis
   * @param shape sizes in elements, of both
   */
  public static void copy(
      long src,
      DType srcType,
      long[] srcByteStrides,
      long dst,
      DType dstType,
      long[] dstByteStrides,
      long[] shape) {
    if (srcType == dstType && isSmallBlock(srcByteStrides, dstByteStrides, shape, srcType)) {
      MemorySegment.copy(ALL, src, ALL, dst, Strides.count(shape) * srcType.itemsize());
      return;
    }
    LoopNest nest = LoopNest.of(src, srcByteStrides, dst, dstByteStrides, shape);
    if (!nest.isEmpty()) {
      copy(nest, srcType, false, dstType);
    }
  }

  private static boolean isSmallBlock(long[] one, long[] other, long[] shape, DType dtype) {
    int itemsize = dtype.itemsize();
    boolean areInOneOrder =
        (Strides.isC(shape, one, itemsize) && Strides.isC(shape, other, itemsize))
            || (Strides.isF(shape, one, itemsize) && Strides.isF(shape, other, itemsize));
    return areInOneOrder && Strides.count(shape) * itemsize < BLOCK_BYTES;
  }

  /**
   * Copies every element of a source whose bytes are in the order foreign to this machine; complex
   * numbers have each part swapped by itself. The destination is native.
   *
   * @param src address of the source's element at index 0
   * @param srcType a concrete dtype
   * @param srcByteStrides one for each axis
   * @param dst address of the destination's element at index 0
   * @param dstType a concrete dtype
   * @param dstByteStrides one for each axis
   * @param shape sizes in elements, of both
   */
  public static void copySwapped(
      long src,
      DType srcType,
      long[] srcByteStrides,
      long dst,
      DType dstType,
      long[] dstByteStrides,
      long[] shape) {
    LoopNest nest = LoopNest.of(src, srcByteStrides, dst, dstByteStrides, shape);
    if (!nest.isEmpty()) {
      copy(nest, srcType, true, dstType);
    }
  }

  private static void copy(LoopNest nest, DType srcType, boolean swapped, DType dstType) {
    int itemsize = Math.max(srcType.itemsize(), dstType.itemsize());
    if (srcType.isComplex() && !dstType.isComplex() && dstType != DType.BOOL) {
      copy(nest, component(srcType), swapped, dstType); // the real part comes first
    } else if (swapped || !Route.hasSameBits(srcType, dstType)) {
      int capacity = (int) Math.min(nest.size(), ConvertKernel.MAX_CAPACITY);
      nest.run(itemsize, () -> new ConvertKernel(srcType, swapped, dstType, capacity));
    } else {
      nest.run(itemsize, () -> new MoveKernel(itemsize));
    }
  }

  /** The type of the real and of the imaginary part. */
  static DType component(DType complex) {
    return complex == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
  }
}
