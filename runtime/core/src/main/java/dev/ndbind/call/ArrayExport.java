package dev.ndbind.call;

import dev.ndbind.ContractException;
import dev.ndbind.Copies;
import dev.ndbind.NumpyArray;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.OwnedMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an array may become a tensor: by sharing its memory, by a copy, or because it is a tensor
 * already. For bridges.
 *
 * @param array the array
 * @param address of its element [0, ..., 0]
 * @param owner what a tensor over the array's memory must keep reachable until it is freed; null if
 *     the memory must not be shared, because ndbind did not allocate it, it is read-only, or an
 *     argument reaches it
 * @param callersTensor the caller's own tensor, if a method returned the array of a parameter
 *     declared WRITE; else null
 */
public record ArrayExport(
    NumpyArray array, long address, @Nullable Object owner, @Nullable Object callersTensor) {

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
        shareable ? lease : null,
        lease instanceof Argument argument ? argument.callersTensor(array) : null);
  }

  /**
   * For a bridge that is about to copy the elements, before it does anything.
   *
   * @param subject who does so, for example {@code PyTorch.tensor}
   * @param why what stands against sharing the memory
   * @throws ContractException if copies are {@linkplain Copies#forbid forbidden}
   */
  public void copying(String subject, String why) {
    if (Copies.areForbidden()) {
      long bytes = array.size() * array.dtype().itemsize();
      throw new ContractException(subject, List.of("array " + Messages.forbidden(bytes, why)));
    }
  }
}
