package dev.ndbind.call;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.NumpyArray;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.LastingLease;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.OwnedMemory;
import dev.ndbind.internal.observe.ConversionEvent;
import dev.ndbind.internal.observe.FlightRecorder;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an array may become a tensor: by sharing its memory, by a copy, or because it is a tensor
 * already. For bridges.
 *
 * @param array the array
 * @param address of its element [0, ..., 0]
 * @param isShareable whether a tensor may be made over the array's memory: not if ndbind did not
 *     allocate it, if it is read-only, or if an argument reaches it
 * @param callersTensor the caller's own tensor, if a method returned the array of a parameter
 *     declared WRITE; else null
 */
public record ArrayExport(
    NumpyArray array, long address, boolean isShareable, @Nullable Object callersTensor) {

  /**
   * Looks at an array.
   *
   * @param array a valid array
   * @return how it may become a tensor
   * @throws IllegalStateException if the array is no longer valid
   */
  public static ArrayExport of(NumpyArray array) {
    ArrayAccess access = ArrayAccess.get();
    Lease lease = access.lease(array);
    if (lease.isRevoked()) {
      throw new IllegalStateException(lease.whyRevoked());
    }
    boolean shareable = lease instanceof OwnedMemory && array.isWritable();
    return new ArrayExport(
        array,
        access.address(array),
        shareable,
        lease instanceof Argument argument ? argument.callersTensor(array) : null);
  }

  /**
   * Keeps the array's memory for a tensor over it, also if the array is freed, or revoked because
   * it is an argument of a call that ends: what the call holds for it, the caller's tensor or the
   * copy, is then held until the memory has been given back.
   *
   * @return gives it back, once, when the tensor has been freed; on any thread
   * @throws IllegalStateException if the array has been freed meanwhile
   */
  public Runnable lend() {
    Lease lease = ArrayAccess.get().lease(array);
    lease.enter();
    return lease::exit;
  }

  /**
   * Whether {@link #lend} can keep the memory: not if it is a segment, as which a caller passed it,
   * of an arena that may be closed once the call has returned.
   *
   * @return false if only a copy may be kept
   */
  public boolean isLendable() {
    return !(ArrayAccess.get().lease(array) instanceof Argument argument) || argument.isLendable();
  }

  /**
   * Lets a bridge copy the elements, and tells counters and recordings.
   *
   * @param <T> the type of tensor
   * @param subject who copies, for example {@code PyTorch.tensor}
   * @param framework the framework's name
   * @param why what stands against sharing the memory
   * @param copy makes the tensor
   * @return the tensor
   * @throws ContractException if copies are {@linkplain Copies#forbid forbidden}; then nothing has
   *     been done
   */
  public <T> T copy(String subject, String framework, String why, Supplier<T> copy) {
    requireCopiesAllowed(subject, why);
    ConversionEvent event = FlightRecorder.conversion();
    T copied = copy.get();
    Observation.exported(event, array, subject, framework, why);
    return copied;
  }

  /**
   * Copies the elements to a tensor that nobody has seen yet.
   *
   * @param target its description, in the host's memory, of the same dtype and shape
   * @throws IllegalArgumentException if it is another tensor than that
   */
  public void copyTo(TensorDescription target) {
    if (target.dtype() != array.dtype() || target.device() != null) {
      String refusal = target.refusal();
      throw new IllegalArgumentException(
          "the new tensor " + (refusal == null ? "has another dtype or device" : refusal));
    }
    ArrayAccess access = ArrayAccess.get();
    Lease lease = new LastingLease(target);
    array.copyTo(
        access.make(
            array.dtype(),
            lease,
            target.writableAddress(),
            target.sizes(),
            target.strides(),
            true));
  }

  private void requireCopiesAllowed(String subject, String why) {
    if (Copies.areForbidden()) {
      long bytes = array.size() * array.dtype().itemsize();
      throw new ContractException(subject, List.of("array " + Messages.forbidden(bytes, why)));
    }
  }
}
