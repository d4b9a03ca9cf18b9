package dev.ndbind.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * What somebody would write who views tensors of PyTorch through JavaCPP's accessors, with the
 * guards that ndbind has. One thing is left out, to this code's advantage: ndbind also holds a
 * reference of its own, so that nobody frees the memory, which through JavaCPP takes microseconds.
 *
 * @param segment the tensor's memory
 * @param rows its first size
 * @param columns its second size
 * @param rowStride in elements
 * @param columnStride in elements
 */
record HandWrittenView(
    MemorySegment segment, long rows, long columns, long rowStride, long columnStride) {

  static float corner(Tensor a) {
    float corner = of(a).get(0, 0);
    Reference.reachabilityFence(a);
    return corner;
  }

  static float corners(Tensor a, Tensor b, Tensor c) {
    HandWrittenView first = of(a);
    HandWrittenView second = of(b);
    HandWrittenView third = of(c);
    if (!first.hasShapeOf(second) || !first.hasShapeOf(third)) {
      throw new IllegalArgumentException("shapes differ");
    }
    float sum = first.get(0, 0) + second.get(0, 0) + third.get(0, 0);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
    return sum;
  }

  /** Views a tensor of float32 with two axes. */
  @SuppressWarnings("restricted") // The tensor's own memory, with its true size.
  static HandWrittenView of(Tensor tensor) {
    checkKind(tensor);
    if (tensor.scalar_type().intern() != ScalarType.Float || tensor.dim() != 2) {
      throw new IllegalArgumentException("not float32 of rank 2");
    }
    long rows = tensor.size(0);
    long columns = tensor.size(1);
    long rowStride = tensor.stride(0);
    long columnStride = tensor.stride(1);
    Pointer data = tensor.const_data_ptr();
    if (data == null) {
      throw new IllegalArgumentException("no elements");
    }
    long elements = 1 + (rows - 1) * rowStride + (columns - 1) * columnStride;
    MemorySegment memory = MemorySegment.ofAddress(data.address());
    return new HandWrittenView(
        memory.reinterpret(elements * Float.BYTES), rows, columns, rowStride, columnStride);
  }

  private static void checkKind(Tensor tensor) {
    if (tensor.isNull() || !tensor.defined() || !tensor.has_storage() || !tensor.is_cpu()) {
      throw new IllegalArgumentException("closed, undefined, without storage, or on a device");
    }
    if (tensor.is_sparse() || tensor.is_quantized() || tensor.is_nested() || tensor.is_meta()) {
      throw new IllegalArgumentException("not strided");
    }
    if (tensor.is_conj() || tensor.is_neg() || tensor._is_zerotensor()) {
      throw new IllegalArgumentException("its memory is not its value");
    }
    if (tensor.requires_grad() && GradMode.is_enabled()) {
      throw new IllegalArgumentException("requires gradients");
    }
  }

  private boolean hasShapeOf(HandWrittenView other) {
    return rows == other.rows && columns == other.columns;
  }

  private float get(long row, long column) {
    return segment.getAtIndex(ValueLayout.JAVA_FLOAT, row * rowStride + column * columnStride);
  }
}
