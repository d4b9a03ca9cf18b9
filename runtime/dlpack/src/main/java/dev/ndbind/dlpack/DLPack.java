package dev.ndbind.dlpack;

import dev.ndbind.ContractException;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt8Array;
import java.util.Objects;

/**
 * Hands arrays to native libraries, and takes theirs, without a copy, by DLPack 1.x.
 *
 * {@snippet :
 * long tensor = DLPack.export(array); // a DLManagedTensorVersioned*, for any consumer
 * Float32Array points = DLPack.take(tensor, Float32Array.class); // one of any producer
 * }
 *
 * <p>A tensor is the address of a C structure: {@code DLManagedTensorVersioned} of DLPack 1.x, or,
 * in the methods so named, the older <em>unversioned</em> {@code DLManagedTensor}, which cannot say
 * that it is read-only. Whoever has one owns it, and ends it by calling its deleter once.
 *
 * <p><b>Exporting</b> gives the ownership away: the array's memory is kept until the consumer calls
 * the deleter, on whichever thread, also if the array is freed, unreachable, or an argument of a
 * call that ends. A tensor that found no consumer is ended by {@link #delete}.
 *
 * <p><b>Taking</b> takes the ownership in any case. The array is valid as long as an array reaches
 * the memory, or until {@code free()}; then the deleter is called once, soon, on a thread of
 * ndbind's. If a tensor is refused, its deleter has been called, as DLPack asks for versions that
 * are not understood. So a capsule of Python's must have been renamed to {@code
 * used_dltensor_versioned} before.
 *
 * <p><b>Addresses are trusted</b>, as everywhere in {@code java.lang.foreign}: what is not the
 * address of such a structure, or one that has been taken already, can crash the process.
 *
 * <p>All methods may be called from any thread.
 *
 * @see <a href="https://dmlc.github.io/dlpack/latest/c_api.html">DLPack's C interface</a>
 */
public final class DLPack {
  private DLPack() {}

  /**
   * Makes a tensor over an array's memory, read-only if the array is.
   *
   * <p>The elements are copied, once, where the memory cannot be lent: it is a segment of the
   * caller's whose arena may be closed, or a stride is no whole number of elements. The copy is
   * marked as one.
   *
   * @param array a valid array
   * @return the address of a {@code DLManagedTensorVersioned}, owned by the caller
   * @throws ContractException if the elements must be copied, and {@link dev.ndbind.Copies} forbids
   *     it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static long export(NumpyArray array) {
    return Exports.lend(array, Struct.VERSIONED, ElementType.of(array.dtype()));
  }

  /**
   * Makes a tensor of float8, which no array class has, over the memory of its bytes.
   *
   * @param bytes a valid array
   * @param format what the bytes are
   * @return the address of a {@code DLManagedTensorVersioned}, owned by the caller
   * @throws ContractException as {@link #export(NumpyArray)}
   * @throws IllegalStateException if the array is no longer valid
   */
  public static long export(UInt8Array bytes, Float8 format) {
    Objects.requireNonNull(bytes, "bytes");
    return Exports.lend(bytes, Struct.VERSIONED, format.type());
  }

  /**
   * Makes a tensor over a copy of an array, marked as one: the consumer alone reaches its memory,
   * and may write it.
   *
   * @param array a valid array
   * @return the address of a {@code DLManagedTensorVersioned}, owned by the caller
   * @throws IllegalStateException if the array is no longer valid
   */
  public static long exportCopy(NumpyArray array) {
    return Exports.give(array.copy(), Struct.VERSIONED, ElementType.of(array.dtype()));
  }

  /**
   * Makes a tensor over an array's memory for consumers of DLPack before 1.0, which all may write.
   *
   * <p>A read-only array is copied, as are those that {@link #export(NumpyArray)} copies.
   *
   * @param array a valid array
   * @return the address of a {@code DLManagedTensor}, owned by the caller
   * @throws ContractException if the elements must be copied, and {@link dev.ndbind.Copies} forbids
   *     it
   * @throws IllegalStateException if the array is no longer valid
   */
  public static long exportUnversioned(NumpyArray array) {
    return Exports.lend(array, Struct.UNVERSIONED, ElementType.of(array.dtype()));
  }

  /**
   * Takes a tensor over as an array, read-only if the tensor is. What is written to the one is seen
   * in the other.
   *
   * @param <A> the class of array
   * @param tensor the address of a {@code DLManagedTensorVersioned}; it belongs to ndbind now, also
   *     if it is refused
   * @param type the array class of the tensor's dtype, or {@code NumpyArray}
   * @return an array over the tensor's memory
   * @throws ContractException if the tensor is of another major version than 1, not in the host's
   *     memory, misaligned, of another dtype or of one that no array has, or if what it says of
   *     itself cannot be; its deleter has been called
   * @throws IllegalArgumentException if there is no such tensor, as far as can be told; nothing has
   *     been done to it
   */
  public static <A extends NumpyArray> A take(long tensor, Class<A> type) {
    return Imports.take(new Tensor(tensor, Struct.VERSIONED), Objects.requireNonNull(type), null);
  }

  /**
   * Takes a tensor of float8 over, as an array of its bytes.
   *
   * @param tensor the address of a {@code DLManagedTensorVersioned}; it belongs to ndbind now, also
   *     if it is refused
   * @param format what its elements must be
   * @return an array over the tensor's memory
   * @throws ContractException as {@link #take(long, Class)}
   * @throws IllegalArgumentException as {@link #take(long, Class)}
   */
  public static UInt8Array take(long tensor, Float8 format) {
    return Imports.take(
        new Tensor(tensor, Struct.VERSIONED), UInt8Array.class, Objects.requireNonNull(format));
  }

  /**
   * Takes a tensor of a producer of DLPack before 1.0 over, as a read-only array: such a tensor
   * does not tell whether it may be written. {@code copy()} makes an array that may.
   *
   * @param <A> the class of array
   * @param tensor the address of a {@code DLManagedTensor}; it belongs to ndbind now, also if it is
   *     refused
   * @param type the array class of the tensor's dtype, or {@code NumpyArray}
   * @return a read-only array over the tensor's memory
   * @throws ContractException as {@link #take(long, Class)}
   * @throws IllegalArgumentException as {@link #take(long, Class)}
   */
  public static <A extends NumpyArray> A takeUnversioned(long tensor, Class<A> type) {
    return Imports.take(new Tensor(tensor, Struct.UNVERSIONED), Objects.requireNonNull(type), null);
  }

  /**
   * Ends a tensor that nobody has taken: calls its deleter, on this thread.
   *
   * @param tensor the address of a {@code DLManagedTensorVersioned} of any major version
   * @throws IllegalArgumentException if there is no such tensor, as far as can be told
   */
  public static void delete(long tensor) {
    Deleters.call(new Tensor(tensor, Struct.VERSIONED).required());
  }

  /**
   * Ends a tensor that nobody has taken: calls its deleter, on this thread.
   *
   * @param tensor the address of a {@code DLManagedTensor}
   * @throws IllegalArgumentException if there is no such tensor, as far as can be told
   */
  public static void deleteUnversioned(long tensor) {
    Deleters.call(new Tensor(tensor, Struct.UNVERSIONED).required());
  }
}
