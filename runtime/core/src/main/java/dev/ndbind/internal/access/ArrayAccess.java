package dev.ndbind.internal.access;

import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.DType;
import dev.ndbind.internal.memory.Lease;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Makes arrays over given memory, and tells where the memory of an array is. Public methods of the
 * array classes offer neither, since both need somebody who vouches for the memory's lifetime.
 */
public abstract class ArrayAccess {
  private static @Nullable ArrayAccess instance;

  /** For the one implementation, which lives beside the arrays. */
  protected ArrayAccess() {}

  /**
   * The implementation, which {@link NumpyArray} installs when it is initialised.
   *
   * @return always the same object
   */
  public static ArrayAccess get() {
    ArrayAccess present = instance;
    return present != null ? present : initialised();
  }

  private static ArrayAccess initialised() {
    try {
      MethodHandles.lookup().ensureInitialized(NumpyArray.class);
    } catch (IllegalAccessException e) {
      throw new AssertionError("NumpyArray is public", e);
    }
    return java.util.Objects.requireNonNull(instance, "NumpyArray installs it");
  }

  /**
   * Called once, by the array package.
   *
   * @param access the implementation
   */
  protected static void install(ArrayAccess access) {
    instance = access;
  }

  /**
   * Makes an array. The geometry is not copied and must not change.
   *
   * @param dtype the class of array to make
   * @param lease what keeps the memory valid
   * @param address of element [0, ..., 0]
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param writable whether the array may be written
   * @return an array of the dtype's class
   */
  public abstract NumpyArray make(
      DType dtype, Lease lease, long address, long[] shape, long[] byteStrides, boolean writable);

  /**
   * Where an array begins.
   *
   * @param array any array
   * @return the address of its element [0, ..., 0]
   */
  public abstract long address(NumpyArray array);

  /**
   * The sizes of an array's axes, in elements.
   *
   * @param array any array
   * @return its own, not to be changed
   */
  public abstract long[] shape(NumpyArray array);

  /**
   * The strides of an array, in bytes.
   *
   * @param array any array
   * @return its own, not to be changed
   */
  public abstract long[] byteStrides(NumpyArray array);

  /**
   * What keeps an array's memory valid.
   *
   * @param array any array
   * @return its lease, shared with all arrays over the same memory
   */
  public abstract Lease lease(NumpyArray array);

  /**
   * The dtype of an array class.
   *
   * @param type a typed array class
   * @return its dtype; null for {@code NumpyArray} itself and for classes that are no arrays
   */
  public abstract @Nullable DType dtype(Class<?> type);
}
