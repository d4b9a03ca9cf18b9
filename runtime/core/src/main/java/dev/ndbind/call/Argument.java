package dev.ndbind.call;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.annotation.Use;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.copy.StridedCopy;
import dev.ndbind.internal.memory.Block;
import dev.ndbind.internal.memory.BlockPool;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.Strides;
import dev.ndbind.internal.observe.ConversionEvent;
import dev.ndbind.internal.observe.FlightRecorder;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One tensor in one call: the lease under which the method's array, and everything sliced from it,
 * uses the tensor's memory or the copy made of it.
 */
@SuppressWarnings("exports") // Leases are nobody's business outside ndbind.
public final class Argument extends Lease {
  private final Call call;
  private final ArrayContract contract;
  private final @Nullable TensorDescription description;
  private @Nullable NumpyArray array;
  private @Nullable Difference difference;

  /** The argument after this one; after the last, the first: see {@link Call}. */
  Argument next = this;

  Argument(Call call, ArrayContract contract, @Nullable TensorDescription description) {
    this.call = call;
    this.contract = contract;
    this.description = description;
  }

  Difference difference() {
    Difference present = difference;
    if (present == null) {
      present = new Difference();
      difference = present;
    }
    return present;
  }

  private Fit fit() {
    Difference present = difference;
    return present == null ? Fit.FITS : present.fit;
  }

  /** The copy that was made or found, if any. */
  @Nullable Block copy() {
    Difference present = difference;
    return present == null ? null : present.copy;
  }

  private @Nullable Object javaArray() {
    Difference present = difference;
    return present == null ? null : present.javaArray;
  }

  /**
   * The array for the method: a view, or a copy made now. Call it after {@link Call#check}.
   *
   * @param <T> the parameter's type
   * @param type an array class, {@code NumpyArray}, {@code MemorySegment}, or a class of primitive
   *     arrays with one or two dimensions
   * @return an instance of it; null only for a null argument
   */
  @SuppressWarnings("NullAway") // Null comes out only where the parameter is declared nullable.
  public <T> T as(Class<T> type) {
    if (description == null) {
      return null;
    }
    if (type.isArray()) {
      return type.cast(javaArray(description, type));
    }
    NumpyArray converted = observedArray();
    return type.cast(type == MemorySegment.class ? converted.segment() : converted);
  }

  private Object javaArray(TensorDescription tensor, Class<?> type) {
    call.requireChecked();
    long[] shape = seenShape();
    if (shape.length != JavaArrays.rank(type)) {
      throw call.refusal(
          "%s shape %s does not fit %s: its rank is %d"
              .formatted(
                  contract.name(), Strides.print(shape), type.getSimpleName(), shape.length));
    }
    ConversionEvent event = FlightRecorder.conversion();
    Object fresh =
        tensor instanceof JavaArrayDescription own
            ? onHeap(() -> own.fresh(shape))
            : fromNative(array(), type);
    difference().javaArray = fresh;
    Observation.converted(event, this, fit().copies() ? fit() : Fit.JAVA_ARRAY);
    return fresh;
  }

  private Object fromNative(NumpyArray elements, Class<?> type) {
    Object fresh = onHeap(() -> JavaArrays.from(elements, type));
    if (contract.use() == Use.WRITE_BACK && copy() == null) {
      difference().copy =
          borrow(bytes(elements.dtype())); // After the method it is too late to find no memory.
    }
    return fresh;
  }

  private Object onHeap(Supplier<Object> fresh) {
    try {
      return fresh.get();
    } catch (OutOfMemoryError e) {
      throw noMemory(bytes(target()), e);
    }
  }

  private NumpyArray observedArray() {
    NumpyArray present = array;
    if (present == null) {
      ConversionEvent event = FlightRecorder.conversion();
      present = array();
      Observation.converted(event, this, fit());
    }
    return present;
  }

  private NumpyArray array() {
    NumpyArray present = array;
    if (present == null) {
      present = convert(given());
      array = present;
    }
    return present;
  }

  private NumpyArray convert(TensorDescription tensor) {
    call.requireChecked();
    DType target = target(tensor);
    long[] shape = seenShape();
    long[] byteStrides = seenStrides();
    Fit fit = Fit.of(tensor, contract, target, shape, byteStrides);
    if (fit != Fit.FITS) {
      difference().fit = fit;
    }
    if (fit == Fit.FITS || fit == Fit.JAVA_ARRAY) {
      boolean writes = contract.use() == Use.WRITE;
      long address = writes ? tensor.writableAddress() : tensor.address;
      return ArrayAccess.get().make(target, this, address, shape, byteStrides, writes);
    }
    Block block = ArgumentCopy.of(this, tensor, target);
    long[] strides = Strides.of(contract.order(), shape, target.itemsize());
    boolean writable = contract.use() == Use.COPY || contract.use() == Use.WRITE_BACK;
    return ArrayAccess.get().make(target, this, block.address(), shape, strides, writable);
  }

  /** Memory for a copy of this argument. */
  Block borrow(long bytes) {
    try {
      return BlockPool.SHARED.borrow(bytes);
    } catch (OutOfMemoryError e) {
      throw noMemory(bytes, e);
    }
  }

  private OutOfMemoryError noMemory(long bytes, OutOfMemoryError cause) {
    return Messages.noMemory(call.method(), contract.name(), bytes, cause);
  }

  /** How many bytes the method's array has. */
  long bytes(DType dtype) {
    return Math.multiplyExact(Strides.count(seenShape()), dtype.itemsize());
  }

  /** Which copy will be made, and why; null if there will be none. */
  @Nullable String whyCopied() {
    TensorDescription tensor = description;
    if (tensor == null) {
      return null;
    }
    DType target = target(tensor);
    Fit found = Fit.of(tensor, contract, target, seenShape(), seenStrides());
    if (!found.copies() || ArgumentCopy.isRemembered(this, tensor, target)) {
      return null;
    }
    return Messages.forbidden(Strides.count(seenShape()) * target.itemsize(), reason(found));
  }

  /** Why an argument is converted as it is, in words. */
  String reason(Fit found) {
    TensorDescription tensor = given();
    return Plan.reason(found, tensor, contract, target(tensor));
  }

  /** The dtype that the method gets. */
  DType target() {
    return target(given());
  }

  /** The tensor's dtype. */
  DType source() {
    return source(given());
  }

  /** As the method sees it; not to be changed. */
  long[] seenShape() {
    Geometry expanded = difference == null ? null : difference.expanded;
    return expanded == null ? given().sizes() : expanded.shape();
  }

  /** Likewise, in bytes. */
  long[] seenStrides() {
    Geometry expanded = difference == null ? null : difference.expanded;
    return expanded == null ? given().strides() : expanded.byteStrides();
  }

  Call call() {
    return call;
  }

  String framework() {
    return given().framework();
  }

  String method() {
    return call.method();
  }

  private TensorDescription given() {
    return Objects.requireNonNull(description, "no null argument is converted");
  }

  DType target(TensorDescription tensor) {
    return Objects.requireNonNull(contract.target(source(tensor)), "checked");
  }

  static DType source(TensorDescription tensor) {
    return Objects.requireNonNull(tensor.dtype(), "checked");
  }

  private static long address(NumpyArray array) {
    return ArrayAccess.get().address(array);
  }

  /**
   * Axes of size 1 under {@code #n} are seen n long, with stride 0, and {@code #*name} as the whole
   * run.
   *
   * @return why the argument can no longer be viewed, if it must be
   */
  @Nullable String expand(Bindings bindings) {
    TensorDescription tensor = description;
    if (tensor == null || !contract.shape().hasLateAxes) {
      return null;
    }
    Geometry expanded = expanded(tensor, bindings.expanded(contract.shape(), tensor.sizes()));
    difference().expanded = expanded;
    return Checks.expanded(contract, tensor, expanded.shape(), expanded.byteStrides());
  }

  private Geometry expanded(TensorDescription tensor, long[] seen) {
    Shape pattern = contract.shape();
    long[] strides = pattern.expandedStrides(tensor.strides(), tensor.sizes(), seen);
    return new Geometry(source(tensor), seen, strides);
  }

  /** Copies what the method wrote back to the tensor. */
  void writeBack() {
    TensorDescription tensor = description;
    boolean converted = array != null || javaArray() != null;
    if (contract.use() == Use.WRITE_BACK && tensor != null && converted) {
      ConversionEvent event = FlightRecorder.conversion();
      writeBack(tensor);
      Observation.writtenBack(event, this);
    }
  }

  private void writeBack(TensorDescription tensor) {
    NumpyArray converted = array;
    Object changed = javaArray();
    if (tensor instanceof JavaArrayDescription own) {
      if (changed != null) {
        own.take(changed);
      }
    } else if (changed != null) {
      writeBack(tensor, changed, target(tensor));
    } else if (converted != null) {
      writeBack(tensor, address(converted), converted.dtype(), converted.byteStrides());
    }
  }

  private void writeBack(TensorDescription tensor, Object changed, DType dtype) {
    long[] shape = seenShape();
    long[] strides = Strides.c(shape, dtype.itemsize());
    long room = Objects.requireNonNull(copy(), "borrowed with the Java array").address();
    JavaArrays.to(ArrayAccess.get().make(dtype, this, room, shape, strides, true), changed);
    writeBack(tensor, room, dtype, strides);
  }

  private void writeBack(TensorDescription tensor, long from, DType dtype, long[] strides) {
    long to = tensor.writableAddress();
    StridedCopy.copy(from, dtype, strides, to, source(tensor), seenStrides(), seenShape());
    tensor.written();
  }

  /** Ends the lease and tells the framework what happened. */
  void end() {
    try {
      TensorDescription tensor = description;
      if (tensor != null && contract.use() == Use.WRITE && array != null) {
        tensor.written();
      }
    } finally {
      revoke();
    }
  }

  /** Gives everything back, each even if another one's framework throws. */
  @Override
  protected void unused() {
    try {
      if (difference != null) {
        release(difference);
      }
    } finally {
      if (description != null) {
        description.release();
      }
    }
  }

  private static void release(Difference made) {
    if (made.copy != null) {
      made.copy.release();
    }
    if (made.host != null) {
      made.host.release();
    }
  }

  ArrayContract contract() {
    return contract;
  }

  @Nullable TensorDescription description() {
    return description;
  }

  /** Whether what this argument holds keeps its memory valid, however long it is held. */
  boolean isLendable() {
    return copy() != null || description == null || description.keepsMemory();
  }

  /** The caller's tensor, if an array is this argument's own and was declared WRITE. */
  @Nullable Object callersTensor(NumpyArray result) {
    TensorDescription tensor = description;
    boolean own = result == array && contract.use() == Use.WRITE;
    return own && tensor != null ? tensor.tensor() : null;
  }

  @Override
  public synchronized long id() {
    Difference present = difference();
    if (present.id == 0) {
      present.id = newId();
    }
    return present.id;
  }

  @Override
  public MemorySegment segment(long address, long bytes) {
    return call.segment(address, bytes);
  }

  @Override
  public String whyRevoked() {
    return "the array of parameter '%s' was used after %s returned; copy() keeps the data"
        .formatted(contract.name(), call.method());
  }
}
