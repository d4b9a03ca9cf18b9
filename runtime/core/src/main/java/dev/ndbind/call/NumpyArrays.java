package dev.ndbind.call;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.Scopes;
import dev.ndbind.internal.memory.Strides;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** The bridge of the overloads that take the declared arrays themselves. */
public final class NumpyArrays {
  /** What stands for a framework's name where there is none. */
  static final String FRAMEWORK = "arrays";

  private NumpyArrays() {}

  /**
   * Describes an array.
   *
   * @param array any array, or null
   * @return its description, or null
   */
  public static @Nullable TensorDescription describe(@Nullable NumpyArray array) {
    if (array == null) {
      return null;
    }
    Lease lease = ArrayAccess.get().lease(array);
    return lease.tryEnter()
        ? new OfArray(array)
        : TensorDescription.closed("is no longer valid: " + lease.whyRevoked());
  }

  /**
   * Describes native memory as an array with one axis.
   *
   * @param segment native memory, or null
   * @param dtype the dtype of its elements
   * @return its description, or null
   */
  public static @Nullable TensorDescription describe(@Nullable MemorySegment segment, DType dtype) {
    if (segment == null) {
      return null;
    }
    if (!segment.scope().isAlive()) {
      return TensorDescription.closed("belongs to an arena that has been closed");
    }
    if (!segment.isAccessibleBy(Thread.currentThread())) {
      return TensorDescription.refused("is confined to another thread");
    }
    if (!segment.isNative()) {
      return TensorDescription.refused("is a heap segment; copy it to native memory");
    }
    if (segment.byteSize() % dtype.itemsize() != 0) {
      return TensorDescription.refused(
          "has %d bytes, which is no multiple of a %s".formatted(segment.byteSize(), dtype));
    }
    return new OfSegment(segment, dtype);
  }

  /**
   * Describes a primitive array of one or two dimensions.
   *
   * @param javaArray for example a {@code float[][]}, or null
   * @param dtype the dtype of its elements
   * @return its description, or null
   */
  public static @Nullable TensorDescription describe(@Nullable Object javaArray, DType dtype) {
    return javaArray == null ? null : JavaArrayDescription.of(javaArray, dtype);
  }

  /**
   * An array that stays valid after the call that made it.
   *
   * @param <A> its class
   * @param array a result of an annotated method
   * @return the caller's own array if the method returned a WRITE argument; the same array if it
   *     owns its memory; else a copy
   */
  @SuppressWarnings("unchecked") // An array and its copy, or its caller's, are of one class.
  public static <A extends NumpyArray> A keep(A array) {
    ArrayExport export = ArrayExport.of(array);
    if (export.callersTensor() instanceof NumpyArray own && own.dtype() == array.dtype()) {
      return (A) own;
    }
    if (!(ArrayAccess.get().lease(array) instanceof Argument)) {
      return array;
    }
    return export.copy(
        "result",
        FRAMEWORK,
        "it is an argument's array, which ends with the call",
        () -> (A) array.copy());
  }

  /**
   * Makes all {@linkplain dev.ndbind.ReuseStore reuse stores} forget the copies of an array, and of
   * all that lies in its memory: for an array that is written after all, although a method was
   * promised the contrary.
   *
   * @param array a valid array
   * @throws IllegalStateException if the array is no longer valid
   */
  public static void invalidate(NumpyArray array) {
    ArrayAccess access = ArrayAccess.get();
    Lease lease = access.lease(array);
    lease.enter();
    try {
      long[] shape = array.shape();
      long[] byteStrides = array.byteStrides();
      long extent = Strides.extent(shape, byteStrides, array.dtype().itemsize());
      long first = access.address(array) + (extent == 0 ? 0 : Strides.lowest(shape, byteStrides));
      Invalidation.of(OfArray.class, lease.id(), first, extent);
    } finally {
      lease.exit();
    }
  }

  private static final class OfArray extends TensorDescription {
    private final NumpyArray array;
    private boolean released;

    /** Of an array whose lease has been entered. */
    OfArray(NumpyArray array) {
      super(
          array.dtype(),
          ArrayAccess.get().address(array),
          ArrayAccess.get().shape(array),
          ArrayAccess.get().byteStrides(array));
      this.array = array;
    }

    private Lease lease() {
      return ArrayAccess.get().lease(array);
    }

    @Override
    public Object tensor() {
      return array;
    }

    @Override
    protected String framework() {
      return FRAMEWORK;
    }

    @Override
    protected @Nullable String whyReadOnly() {
      return array.isWritable() ? null : "the array is read-only";
    }

    @Override
    protected long identity() {
      return lease().id();
    }

    @Override
    protected Anchor anchor() {
      return new Reachable(new WeakReference<>(lease()));
    }

    @Override
    public void release() {
      if (!released) {
        released = true;
        lease().exit();
      }
    }
  }

  /** Does not keep the memory: no other array can ever have the number of its lease. */
  private record Reachable(WeakReference<Lease> lease) implements Anchor {
    @Override
    public long bytes() {
      return 0;
    }

    @Override
    public boolean isAbandoned() {
      Lease reachable = lease.get();
      return reachable == null || reachable.isRevoked();
    }

    @Override
    public void release() {}
  }

  private static final class OfSegment extends TensorDescription {
    private final MemorySegment segment;

    OfSegment(MemorySegment segment, DType dtype) {
      super(
          dtype,
          segment.address(),
          new long[] {segment.byteSize() / dtype.itemsize()},
          new long[] {dtype.itemsize()});
      this.segment = segment;
    }

    @Override
    public Object tensor() {
      return segment;
    }

    @Override
    protected String framework() {
      return FRAMEWORK;
    }

    @Override
    protected @Nullable String whyReadOnly() {
      return segment.isReadOnly() ? "the segment is read-only" : null;
    }

    @Override
    protected boolean keepsMemory() {
      return Scopes.isLasting(segment);
    }
  }
}
