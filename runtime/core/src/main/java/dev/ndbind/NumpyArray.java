package dev.ndbind;

import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.NativeMemory;
import dev.ndbind.internal.memory.Overlap;
import dev.ndbind.internal.memory.OwnedMemory;
import dev.ndbind.internal.memory.Strides;
import dev.ndbind.internal.text.ArrayFormat;
import dev.ndbind.internal.text.StridedElements;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An array as NumPy's array interface describes it: dtype, shape, strides in bytes, memory and
 * whether it may be written. Elements are in the machine's byte order.
 *
 * <p>The typed subclasses have the accessors. They check every index against its axis and every use
 * against the array's lifetime.
 *
 * <p><b>Memory</b> is native. Slices, transposes and reshaped arrays share it.
 *
 * <p><b>Lifetime.</b> An array that an adapter passes to a method, and everything sliced from it,
 * is valid until the method returns; then any use throws {@link IllegalStateException}. {@link
 * #copy()} keeps the data. Arrays made by the user, by {@code copy()} or from a file own their
 * memory, which is freed when no array reaches it any more.
 *
 * <p><b>Threads.</b> Arrays may be read by many threads; writes need the program's own ordering, as
 * with Java's arrays.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/arrays.interface.html">The array
 *     interface</a>
 */
public abstract sealed class NumpyArray
    permits BoolArray,
        Int8Array,
        Int16Array,
        Int32Array,
        Int64Array,
        UInt8Array,
        UInt16Array,
        UInt32Array,
        UInt64Array,
        Float16Array,
        BFloat16Array,
        Float32Array,
        Float64Array,
        Complex64Array,
        Complex128Array {

  static {
    ArrayFactory.install();
  }

  // Sizes and strides of the first four axes are fields of their own: an accessor that reads them
  // from an array, or an object, runs at up to half the speed. Sizes are int, since the compiler
  // takes comparisons of int, and not of long, out of a loop that counts in int; a longer axis has
  // Integer.MAX_VALUE here, and accessors look further from there on.
  final long address;
  final int size0;
  final int size1;
  final int size2;
  final int size3;
  final long stride0;
  final long stride1;
  final long stride2;
  final long stride3;
  final int rank;

  /** Whether neighbours on the last axis are neighbours in memory, so that loops vectorise. */
  final boolean unit;

  final boolean writable;
  final Lease lease;
  final long[] shape;
  final long[] byteStrides;

  NumpyArray(Memory memory, int itemsize) {
    this.lease = memory.lease();
    this.address = memory.address();
    this.shape = memory.shape();
    this.byteStrides = memory.byteStrides();
    this.writable = memory.writable();
    this.rank = shape.length;
    this.size0 = size(shape, 0);
    this.size1 = size(shape, 1);
    this.size2 = size(shape, 2);
    this.size3 = size(shape, 3);
    this.stride0 = rank > 0 ? byteStrides[0] : 0;
    this.stride1 = rank > 1 ? byteStrides[1] : 0;
    this.stride2 = rank > 2 ? byteStrides[2] : 0;
    this.stride3 = rank > 3 ? byteStrides[3] : 0;
    this.unit = rank > 0 && byteStrides[rank - 1] == itemsize;
  }

  private static int size(long[] shape, int axis) {
    return axis < shape.length ? (int) Math.min(shape[axis], Integer.MAX_VALUE) : 0;
  }

  /**
   * Where an array's elements are.
   *
   * @param lease what keeps the memory valid
   * @param address of element [0, ..., 0]
   * @param shape sizes in elements, not to be changed
   * @param byteStrides one for each axis, not to be changed
   * @param writable whether the array may be written
   */
  @SuppressWarnings("ArrayRecordComponent") // Shared unchanged, never compared or printed.
  record Memory(Lease lease, long address, long[] shape, long[] byteStrides, boolean writable) {

    /** Memory of its own, with any content. */
    static Memory allocate(DType dtype, Order order, long... shape) {
      return owned(OwnedMemory.allocate(bytes(dtype, shape)), dtype, order, shape);
    }

    static Memory zeros(DType dtype, long... shape) {
      return owned(OwnedMemory.zeros(bytes(dtype, shape)), dtype, Order.C, shape);
    }

    private static long bytes(DType dtype, long... shape) {
      for (long size : shape) {
        if (size < 0) {
          throw new IllegalArgumentException("negative size in shape " + Strides.print(shape));
        }
      }
      return Math.multiplyExact(Strides.count(shape), dtype.itemsize());
    }

    private static Memory owned(OwnedMemory owned, DType dtype, Order order, long... shape) {
      long[] strides = Strides.of(order, shape, dtype.itemsize());
      return new Memory(owned, owned.address(), shape.clone(), strides, true);
    }
  }

  /** The same memory seen otherwise: each typed class makes one of its own. */
  abstract NumpyArray derive(Memory memory);

  /**
   * Writes a Java array of the accessors' type into an array in C order.
   *
   * @param first the position of the first element, which must exist, as must those that follow
   */
  abstract void put(long first, Object javaArray);

  /** All elements in C order as a Java array of the accessors' type. */
  abstract Object toJavaArray();

  /** The memory as a buffer in the machine's byte order, read-only if the array is. */
  final ByteBuffer bytes() {
    MemorySegment segment = segment();
    if (segment.byteSize() > Integer.MAX_VALUE) {
      throw new IllegalStateException(segment.byteSize() + " bytes are more than a buffer holds");
    }
    return segment.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  private Memory at(long newAddress, long[] newShape, long[] newStrides) {
    return new Memory(lease, newAddress, newShape, newStrides, writable);
  }

  /**
   * The element type.
   *
   * @return a concrete dtype, fixed by the class
   */
  public abstract DType dtype();

  /**
   * The number of axes, which NumPy calls {@code ndim}.
   *
   * @return 0 for a single element without axes
   */
  public final int rank() {
    return rank;
  }

  /**
   * The sizes of all axes, in elements.
   *
   * @return a new array of length {@link #rank()}
   */
  public final long[] shape() {
    return shape.clone();
  }

  /**
   * The size of one axis, in elements.
   *
   * @param axis 0 to rank−1, or negative to count from the last
   * @return its length
   */
  public final long shape(int axis) {
    return shape[Shapes.axis(axis, rank)];
  }

  /**
   * The distances between neighbours along each axis, in bytes; zero and negative ones included.
   *
   * @return a new array of length {@link #rank()}
   */
  public final long[] byteStrides() {
    return byteStrides.clone();
  }

  /**
   * The number of elements.
   *
   * @return the product of the sizes; 1 for rank 0
   */
  public final long size() {
    return Strides.count(shape);
  }

  /**
   * Whether elements may be set.
   *
   * @return false for arguments declared READ or VIEW, and for what may never be written
   */
  public final boolean isWritable() {
    return writable;
  }

  /**
   * Whether the elements lie without gaps in an order, by NumPy's rule: axes of length 1 and arrays
   * without elements put no demand on strides.
   *
   * @param order the order asked about
   * @return always true for {@link Order#ANY}
   */
  public final boolean isContiguous(Order order) {
    return Strides.fit(order, shape, byteStrides, dtype().itemsize());
  }

  /**
   * The memory itself, read-only if the array is.
   *
   * <p>The segment keeps the memory reachable. That of an argument is closed when the call returns,
   * and only the calling thread may use it.
   *
   * @return as many bytes as the elements have
   * @throws IllegalStateException if the array is not C-contiguous or no longer valid
   */
  public final MemorySegment segment() {
    requireValid();
    if (!isContiguous(Order.C)) {
      throw new IllegalStateException(
          "the array is not C-contiguous: shape %s, byte strides %s; copy() makes one that is"
              .formatted(Strides.print(shape), Strides.print(byteStrides)));
    }
    MemorySegment segment = lease.segment(address, size() * dtype().itemsize());
    return writable ? segment : segment.asReadOnly();
  }

  /**
   * The part with one index on an axis fixed, which loses that axis: NumPy's {@code a[:, i]}.
   *
   * @param axis 0 to rank−1, or negative to count from the last
   * @param index 0 to size−1, or negative to count from the end
   * @return an array of rank − 1 over the same memory
   * @throws IndexOutOfBoundsException if the axis or the index does not exist
   */
  public NumpyArray select(int axis, long index) {
    requireValid();
    int which = Shapes.axis(axis, rank);
    long i = index < 0 ? index + shape[which] : index;
    if (i < 0 || i >= shape[which]) {
      throw Shapes.outOfBounds(index, which, shape[which]);
    }
    return derive(
        at(
            address + i * byteStrides[which],
            Shapes.without(shape, which),
            Shapes.without(byteStrides, which)));
  }

  /**
   * The part between two indices of an axis: NumPy's {@code a[:, start:stop]}.
   *
   * @param axis 0 to rank−1, or negative to count from the last
   * @param start the first index; negative counts from the end; clipped to the axis
   * @param stop the index behind the last; negative counts from the end; clipped to the axis
   * @return an array of the same rank over the same memory
   */
  public NumpyArray slice(int axis, long start, long stop) {
    return slice(axis, start, stop, 1);
  }

  /**
   * Every {@code step}-th index between two: NumPy's {@code a[:, start:stop:step]}.
   *
   * @param axis 0 to rank−1, or negative to count from the last
   * @param start the first index; negative counts from the end; clipped to the axis
   * @param stop the index behind the last; negative counts from the end; clipped to the axis
   * @param step positive; {@link #flip} reverses an axis
   * @return an array of the same rank over the same memory
   */
  public NumpyArray slice(int axis, long start, long stop, long step) {
    requireValid();
    if (step <= 0) {
      throw new IllegalArgumentException("step " + step + " is not positive; flip() reverses");
    }
    int which = Shapes.axis(axis, rank);
    long first = Shapes.clip(start, shape[which]);
    long length = Math.max(0, Shapes.clip(stop, shape[which]) - first);
    long[] newShape = shape.clone();
    newShape[which] = length == 0 ? 0 : (length - 1) / step + 1;
    long[] newStrides = byteStrides.clone();
    // A stride that no index uses may be anything, but must not overflow.
    newStrides[which] *= newShape[which] > 1 ? step : 1;
    return derive(at(address + first * byteStrides[which], newShape, newStrides));
  }

  /**
   * The axis reversed: NumPy's {@code a[::-1]}.
   *
   * @param axis 0 to rank−1, or negative to count from the last
   * @return an array of the same shape over the same memory
   */
  public NumpyArray flip(int axis) {
    requireValid();
    int which = Shapes.axis(axis, rank);
    long last = Math.max(0, shape[which] - 1) * byteStrides[which];
    long[] newStrides = byteStrides.clone();
    newStrides[which] = -newStrides[which];
    return derive(at(address + last, shape, newStrides));
  }

  /**
   * The axes in reverse order: NumPy's {@code a.T}.
   *
   * @return an array over the same memory
   */
  public NumpyArray transpose() {
    int[] axes = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      axes[axis] = rank - 1 - axis;
    }
    return transpose(axes);
  }

  /**
   * The axes in another order.
   *
   * @param axes a permutation: axis {@code i} of the result is axis {@code axes[i]} of this array
   * @return an array over the same memory
   */
  public NumpyArray transpose(int... axes) {
    requireValid();
    int[] order = Shapes.permutation(axes, rank);
    return derive(at(address, Shapes.pick(shape, order), Shapes.pick(byteStrides, order)));
  }

  /**
   * The same elements in C order under another shape, without a copy.
   *
   * @param newShape sizes with the same product; one of them may be −1 and is then computed
   * @return an array over the same memory
   * @throws IllegalArgumentException if the sizes do not fit, or if no strides describe the result
   *     over this memory; {@code copy().reshape(...)} always can
   */
  public NumpyArray reshape(long... newShape) {
    requireValid();
    long[] target = Shapes.resolve(newShape, shape);
    return derive(at(address, target, Shapes.reshaped(this, target)));
  }

  /**
   * A copy in C order that owns its memory.
   *
   * @return a writable array of the same shape and dtype
   */
  public NumpyArray copy() {
    return copy(Order.C);
  }

  /**
   * A copy that owns its memory.
   *
   * @param order the order of the copy; C where it leaves a choice
   * @return a writable array of the same shape and dtype
   */
  public NumpyArray copy(Order order) {
    requireValid();
    NumpyArray copy = derive(Memory.allocate(dtype(), order, shape));
    copyElements(copy);
    return copy;
  }

  /**
   * The same array without permission to write.
   *
   * @return an array over the same memory
   */
  public NumpyArray asReadOnly() {
    requireValid();
    return derive(new Memory(lease, address, shape, byteStrides, false));
  }

  /**
   * Copies all elements to an array of the same shape and dtype. As in NumPy, both may lie in the
   * same memory: all elements are read before the first is written.
   *
   * @param target a writable array
   * @throws IllegalArgumentException if shape or dtype differ
   */
  public final void copyTo(NumpyArray target) {
    requireValid();
    target.requireWritable();
    if (!Arrays.equals(shape, target.shape) || dtype() != target.dtype()) {
      throw new IllegalArgumentException(
          "cannot copy %s %s to %s %s"
              .formatted(
                  dtype(), Strides.print(shape), target.dtype(), Strides.print(target.shape)));
    }
    (mayShare(target) ? copy() : this).copyElements(target);
  }

  private boolean mayShare(NumpyArray other) {
    int itemsize = dtype().itemsize();
    return Overlap.mayShare(
            address,
            shape,
            byteStrides,
            itemsize,
            other.address,
            other.shape,
            other.byteStrides,
            itemsize)
        != Overlap.Sharing.DISJOINT;
  }

  private void copyElements(NumpyArray target) {
    lease.enter();
    try {
      target.lease.enter();
      try {
        StridedCopy.copy(
            address, dtype(), byteStrides, target.address, dtype(), target.byteStrides, shape);
      } finally {
        target.lease.exit();
      }
    } finally {
      lease.exit();
    }
  }

  /**
   * Copies all elements in C order to the beginning of a segment.
   *
   * @param target native or heap memory of at least as many bytes as the elements have
   * @throws IndexOutOfBoundsException if the segment is too small
   */
  public final void copyTo(MemorySegment target) {
    requireValid();
    NumpyArray dense = isContiguous(Order.C) ? this : copy();
    dense.lease.enter();
    try {
      MemorySegment.copy(NativeMemory.ALL, dense.address, target, 0, size() * dtype().itemsize());
    } finally {
      dense.lease.exit();
    }
  }

  /**
   * Gives the memory back now, rather than when a garbage collection finds that no array reaches it
   * any more. All arrays over it throw {@link IllegalStateException} from now on. Does nothing the
   * second time.
   *
   * <p>The memory itself stays as long as it is used otherwise: while a call has the array as an
   * argument, while a bulk operation runs through it, until a tensor that shares it has been freed;
   * and, since segments cannot be taken back, until no {@link #segment()} of it is reachable. A
   * thread that reads single elements meanwhile is the program's own fault.
   *
   * @throws UnsupportedOperationException if the array does not own its memory: arguments, views of
   *     tensors, mapped files
   */
  public final void free() {
    lease.free();
  }

  final void requireValid() {
    if (lease.isRevoked()) {
      throw new IllegalStateException(lease.whyRevoked());
    }
  }

  final void requireWritable() {
    requireValid();
    if (!writable) {
      throw readOnly();
    }
  }

  static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException(
        "the array is read-only; an argument is writable if its use is WRITE, WRITE_BACK or COPY");
  }

  /** What an accessor throws when its quick check fails. */
  final RuntimeException refusal(long... index) {
    if (lease.isRevoked()) {
      return new IllegalStateException(lease.whyRevoked());
    }
    if (index.length != rank) {
      return new IndexOutOfBoundsException(
          "%d indices for an array of rank %d".formatted(index.length, rank));
    }
    for (int axis = 0; axis < rank; axis++) {
      if (index[axis] < 0 || index[axis] >= shape[axis]) {
        return Shapes.outOfBounds(index[axis], axis, shape[axis]);
      }
    }
    return readOnly();
  }

  /** The address of an element of an array of any rank, and of any size. */
  final long checkedAddress(long... index) {
    if (lease.isRevoked() || index.length != rank) {
      throw refusal(index);
    }
    long element = address;
    for (int axis = 0; axis < rank; axis++) {
      if (index[axis] < 0 || index[axis] >= shape[axis]) {
        throw refusal(index);
      }
      element += index[axis] * byteStrides[axis];
    }
    return element;
  }

  /**
   * The elements as NumPy prints them; the middle of more than 1000 is left out.
   *
   * @return what {@code str} gives in Python
   */
  @Override
  public final String toString() {
    if (!lease.tryEnter()) {
      return "(" + lease.whyRevoked() + ")"; // Debuggers and logs call this at any time.
    }
    try {
      return ArrayFormat.str(dtype(), shape, new StridedElements(address, dtype(), byteStrides));
    } finally {
      lease.exit();
    }
  }
}
