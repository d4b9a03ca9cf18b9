package dev.ndbind.call;

import dev.ndbind.annotation.DType;
import org.jspecify.annotations.Nullable;

/**
 * What a bridge tells of one tensor: dtype, shape, strides and address, and what may not be done
 * with it. Each bridge has a subclass.
 *
 * <p>A description may hold a reference of its own to the tensor, so that nobody can free the
 * memory while it is in use. Whoever asked for the description {@linkplain #release() releases} it;
 * a {@link Call} does so for its arguments when it is closed.
 */
public abstract class TensorDescription {
  /** The {@link #version} of tensors that have no version counter. */
  protected static final long UNVERSIONED = -1;

  private static final long[] NONE = {};

  private final @Nullable Geometry geometry;
  final long address;

  /**
   * A tensor in native memory.
   *
   * @param dtype the concrete dtype
   * @param address of element [0, ..., 0]; any value if there are no elements
   * @param shape sizes in elements, not to be changed
   * @param byteStrides one for each axis, not to be changed
   */
  protected TensorDescription(DType dtype, long address, long[] shape, long[] byteStrides) {
    this(new Geometry(dtype, shape, byteStrides), address);
  }

  /**
   * A tensor in native memory.
   *
   * @param geometry how its elements lie there; may be that of other tensors too
   * @param address of element [0, ..., 0]; any value if there are no elements
   */
  protected TensorDescription(Geometry geometry, long address) {
    this.geometry = geometry;
    this.address = address;
  }

  private TensorDescription() {
    this.geometry = null;
    this.address = 0;
  }

  /**
   * A tensor that no contract accepts.
   *
   * @param reason what it is, and one way out: "is sparse (COO); to_dense() makes it strided"
   * @return a description without dtype and shape
   */
  public static TensorDescription refused(String reason) {
    return new Unusable(reason, false);
  }

  /**
   * A tensor that has been closed.
   *
   * @param reason for example "has been closed"
   * @return a description that makes a call throw {@link IllegalStateException}
   */
  public static TensorDescription closed(String reason) {
    return new Unusable(reason, true);
  }

  /**
   * The tensor described.
   *
   * @return the framework's object
   */
  public abstract Object tensor();

  /**
   * The framework's name, as the bridge's {@link dev.ndbind.annotation.Bridge#framework} states it.
   *
   * @return for example {@code PyTorch}
   */
  protected abstract String framework();

  /**
   * The dtype.
   *
   * @return a concrete dtype, or null if the tensor is refused
   */
  public final @Nullable DType dtype() {
    Geometry known = geometry;
    return known == null ? null : known.dtype();
  }

  /**
   * Where the tensor's memory is.
   *
   * @return the address of element [0, ..., 0]; any value if there are no elements
   */
  protected final long address() {
    return address;
  }

  /**
   * The shape.
   *
   * @return a new array of sizes in elements
   */
  public final long[] shape() {
    return sizes().clone();
  }

  /**
   * The strides.
   *
   * @return a new array of strides in bytes
   */
  public final long[] byteStrides() {
    return strides().clone();
  }

  /**
   * Where the memory is, if the host cannot read it at the address.
   *
   * @return null for the host, else for example {@code cuda:0}
   */
  protected @Nullable String device() {
    return null;
  }

  /**
   * Why the tensor may not be written.
   *
   * @return null if it may
   */
  protected @Nullable String whyReadOnly() {
    return null;
  }

  /**
   * Whether the values are the conjugates of what is in memory.
   *
   * @return true for PyTorch's conjugate bit
   */
  protected boolean isConjugate() {
    return false;
  }

  /**
   * Whether the values are the negatives of what is in memory.
   *
   * @return true for PyTorch's negative bit
   */
  protected boolean isNegative() {
    return false;
  }

  /**
   * The same tensor in the host's memory; called only if {@link #device} is not null.
   *
   * @return a description of a copy, which is released together with this one
   */
  protected TensorDescription toHost() {
    throw new UnsupportedOperationException(getClass().getName() + " has no device but the host");
  }

  /**
   * The address for writing, asked for after all checks have passed. Frameworks that share memory
   * until it is written make it the tensor's own here.
   *
   * @return of element [0, ..., 0]
   */
  protected long writableAddress() {
    return address;
  }

  /** Tells the framework that the memory has been written. */
  protected void written() {}

  /**
   * What tells the tensor from all others of its framework as long as {@link #anchor} holds it, so
   * that copies of it can be remembered across calls: the address of its own object inside the
   * framework, for instance, but not of a wrapper that may be one of several.
   *
   * @return 0 if copies of the tensor cannot be remembered
   */
  protected long identity() {
    return 0;
  }

  /**
   * How often the tensor's memory has been written, as far as the framework knows.
   *
   * @return a number that every write changes, or {@link #UNVERSIONED}
   */
  protected long version() {
    return UNVERSIONED;
  }

  /**
   * Holds the tensor and its memory longer than this description; called only if the tensor has an
   * {@link #identity}, after a copy has been made.
   *
   * @return to be released; null if the memory is no longer the tensor's
   */
  protected @Nullable Anchor anchor() {
    throw new UnsupportedOperationException(getClass().getName() + " has an identity");
  }

  /**
   * Whether the memory stays valid until {@link #release()}, whatever the tensor's owner does.
   *
   * @return false if the owner can free it while this description is held
   */
  protected boolean keepsMemory() {
    return true;
  }

  /** Gives back the reference that this description holds. */
  public void release() {}

  /** The shape, not to be changed; empty if the tensor is refused. */
  final long[] sizes() {
    Geometry known = geometry;
    return known == null ? NONE : known.shape();
  }

  /** The byte strides, not to be changed; empty if the tensor is refused. */
  final long[] strides() {
    Geometry known = geometry;
    return known == null ? NONE : known.byteStrides();
  }

  /** Why no contract accepts the tensor; null if one may. */
  final @Nullable String refusal() {
    return this instanceof Unusable unusable ? unusable.reason : null;
  }

  final boolean isClosed() {
    return this instanceof Unusable unusable && unusable.closed;
  }

  boolean hasSign() {
    return isConjugate() || isNegative();
  }

  private static final class Unusable extends TensorDescription {
    private final String reason;
    private final boolean closed;

    Unusable(String reason, boolean closed) {
      this.reason = reason;
      this.closed = closed;
    }

    @Override
    public Object tensor() {
      throw new IllegalStateException("the tensor " + reason);
    }

    @Override
    protected String framework() {
      throw new IllegalStateException("the tensor " + reason);
    }
  }
}
