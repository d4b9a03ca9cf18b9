package dev.ndbind.internal.copy;

import dev.ndbind.annotation.DType;
import java.lang.foreign.Arena;
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
  /** The imaginary parts of reals, read with stride 0. */
  private static final MemorySegment ZERO = Arena.global().allocate(Double.BYTES, Double.BYTES);

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
    LoopNest nest = LoopNest.of(src, srcByteStrides, dst, dstByteStrides, shape);
    if (!nest.isEmpty()) {
      copy(nest, srcType, false, dstType);
    }
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
    if (srcType.isComplex() && dstType.isComplex()) {
      copyComplex(nest, srcType, swapped, dstType);
    } else if (srcType.isComplex() && dstType != DType.BOOL) {
      copyReal(nest, component(srcType), swapped, dstType); // the real part comes first
    } else if (dstType.isComplex()) {
      DType part = component(dstType);
      copyReal(nest, srcType, swapped, part);
      copyReal(nest.fill(ZERO.address(), part.itemsize()), part, false, part);
    } else {
      copyReal(nest, srcType, swapped, dstType);
    }
  }

  private static void copyComplex(LoopNest nest, DType srcType, boolean swapped, DType dstType) {
    if (srcType == dstType && !swapped) {
      nest.run(srcType.itemsize(), () -> new MoveKernel(srcType.itemsize(), false));
      return;
    }
    DType srcPart = component(srcType);
    DType dstPart = component(dstType);
    LoopNest parts = nest.withInnerAxis(2, srcPart.itemsize(), dstPart.itemsize());
    copyReal(parts, srcPart, swapped, dstPart);
  }

  private static void copyReal(LoopNest nest, DType srcType, boolean swapped, DType dstType) {
    int itemsize = dstType.itemsize();
    if (!hasSameBits(srcType, dstType)) {
      nest.run(
          itemsize,
          () ->
              new TransposeAfter(convert(srcType, swapped, dstType, nest.longestRow()), itemsize));
    } else if (swapped) {
      nest.run(itemsize, () -> new TransposeAfter(new MoveKernel(itemsize, true), itemsize));
    } else {
      nest.run(itemsize, () -> new MoveKernel(itemsize, false));
    }
  }

  private static Kernel convert(DType srcType, boolean swapped, DType dstType, int longestRow) {
    Kernel kernel = new ConvertKernel(srcType, dstType, longestRow);
    return swapped ? new SwapFirst(kernel, srcType, longestRow) : kernel;
  }

  /** Integers of one size differ by their reading only: casts wrap around, as in C. */
  private static boolean hasSameBits(DType a, DType b) {
    return a == b || (a.isInteger() && b.isInteger() && a.itemsize() == b.itemsize());
  }

  /** The type of the real and of the imaginary part. */
  static DType component(DType complex) {
    return complex == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
  }
}
