package dev.ndbind.internal.reuse;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.memory.Strides;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a copy is remembered by: everything that decides about its bytes, except the content of the
 * tensor's memory. One is made for each call that looks for a copy, hence a single object.
 */
public final class Key {
  private final Object kind;
  private final long number;
  private final long address;
  private final DType dtype;
  private final int signs;
  private final long[] shape;
  private final long[] byteStrides;
  private final DType target;
  private final Order order;

  /**
   * A key.
   *
   * @param kind the framework, or what else the tensors' numbers belong to
   * @param number of the tensor
   * @param address of its element [0, ..., 0]
   * @param dtype of its elements
   * @param signs 1 if its values are the conjugates of what is in memory, plus 2 for negatives
   * @param shape in elements as the method sees it, not to be changed
   * @param byteStrides likewise
   * @param target the dtype of the copy
   * @param order the order of the copy
   */
  public Key(
      Object kind,
      long number,
      long address,
      DType dtype,
      int signs,
      long[] shape,
      long[] byteStrides,
      DType target,
      Order order) {
    this.kind = kind;
    this.number = number;
    this.address = address;
    this.dtype = dtype;
    this.signs = signs;
    this.shape = shape;
    this.byteStrides = byteStrides;
    this.target = target;
    this.order = order;
  }

  /**
   * Which tensor it is.
   *
   * @return the kind and number
   */
  public Identity tensor() {
    return new Identity(kind, number);
  }

  /** Where the tensor's memory is. */
  long address() {
    return address;
  }

  /**
   * Whether the tensor has bytes within a piece of memory, or between such bytes.
   *
   * @param start of the memory
   * @param bytes its length
   * @return false for a tensor without elements
   */
  public boolean isWithin(long start, long bytes) {
    long extent = Strides.extent(shape, byteStrides, dtype.itemsize());
    long first = address + Strides.lowest(shape, byteStrides);
    return extent > 0 && first < start + bytes && start < first + extent;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key that
        && number == that.number
        && address == that.address
        && dtype == that.dtype
        && signs == that.signs
        && target == that.target
        && order == that.order
        && kind.equals(that.kind)
        && isSame(shape, that.shape)
        && isSame(byteStrides, that.byteStrides);
  }

  /** Bridges remember shapes and strides, so that they are mostly the same arrays. */
  @SuppressWarnings("ReferenceEquality") // Only the quick way to the answer.
  private static boolean isSame(long[] one, long[] other) {
    return one == other || Arrays.equals(one, other);
  }

  /** Tensors rarely have several copies, which are told apart by {@link #equals}. */
  @Override
  public int hashCode() {
    long mixed = (number * 31 + address) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> Integer.SIZE);
  }
}
