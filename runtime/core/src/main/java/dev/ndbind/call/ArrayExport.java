package dev.ndbind.call;

import dev.ndbind.NumpyArray;
import dev.ndbind.internal.access.ArrayAccess;
import dev.ndbind.internal.memory.Lease;
import dev.ndbind.internal.memory.OwnedMemory;
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
}
