package dev.ndbind.numpy.internal.cpython;

import java.lang.invoke.MethodHandle;

/**
 * NumPy's table of C functions, and the fields of its arrays, which have been at the same places
 * from NumPy 1.24 to 2.4. All need the GIL.
 *
 * <p>The class is initialised only after {@link Table#install}.
 */
public final class NumpyApi {
  private static final int ARRAY_TYPE = 2;
  private static final int SCALAR_TYPE = 10;
  private static final int DESCR_FROM_TYPE = 45;
  private static final int NEW_FROM_DESCR = 94;

  /** The numbers of NumPy's own dtypes are smaller than this. */
  static final int TYPES = 24;

  private static final long TABLE = Table.address;

  /** The class {@code numpy.ndarray}. */
  public static final long NDARRAY = Memory.getLong(TABLE + 8 * ARRAY_TYPE);

  /** The class {@code numpy.generic}. */
  public static final long SCALAR = Memory.getLong(TABLE + 8 * SCALAR_TYPE);

  private static final MethodHandle NEW =
      Library.at(Memory.getLong(TABLE + 8 * NEW_FROM_DESCR), "LLLILLLIL");
  private static final long[] DESCRS = descrs();
  private static final long PLACEHOLDER = Loans.placeholder();

  // Offsets in PyArrayObject_fields and PyArray_Descr.
  private static final int DATA = 16;
  private static final int RANK = 24;
  private static final int SHAPE = 32;
  private static final int STRIDES = 40;
  private static final int BASE = 48;
  private static final int DESCR = 56;
  private static final int FLAGS = 64;
  private static final int WEAK_REFERENCES = 72;
  private static final int BUFFER_INFO = 80;
  private static final int DESCR_ORDER = 26;
  private static final int DESCR_TYPE = 28;

  private static final int FLAG_C_CONTIGUOUS = 0x1;
  private static final int FLAG_F_CONTIGUOUS = 0x2;
  private static final int FLAG_OWNDATA = 0x4;
  private static final int FLAG_ALIGNED = 0x100;
  private static final int FLAG_WRITEABLE = 0x400;

  private NumpyApi() {}

  /** The table itself, which the constants above are read from when they are first used. */
  public static final class Table {
    private static volatile long address;

    private Table() {}

    /**
     * Makes the table known, once.
     *
     * @param capsule the attribute {@code _ARRAY_API} of NumPy's extension module
     */
    public static void install(long capsule) {
      address = CPython.pointer(capsule, 0);
    }
  }

  private static long[] descrs() {
    MethodHandle descrFromType = Library.at(Memory.getLong(TABLE + 8 * DESCR_FROM_TYPE), "LI");
    long[] descrs = new long[TYPES];
    for (int type = 0; type < TYPES; type++) {
      descrs[type] = Invoke.toLong(descrFromType, type); // Kept for ever.
    }
    return descrs;
  }

  /**
   * An array over memory of Java's, new. Until {@link #setBase} its base keeps nothing.
   *
   * @param type the number of the dtype
   * @param given what Java tells of the memory
   * @param writable whether Python may write it
   * @param scratch memory of this thread
   * @return 0 with an exception of Python's
   */
  public static long array(int type, Given given, boolean writable, Scratch scratch) {
    long array = Shells.take(type, given.shape.length);
    if (array == 0) {
      return make(type, given, writable, scratch);
    }
    Memory.putLong(array + DATA, given.address == 0 ? array : given.address);
    Memory.putLongs(Memory.getLong(array + SHAPE), given.shape);
    Memory.putLongs(Memory.getLong(array + STRIDES), given.byteStrides);
    Memory.putInt(array + FLAGS, given.flags() | (writable ? FLAG_WRITEABLE : 0));
    return array;
  }

  /**
   * Memory of Java's.
   *
   * @param address of element [0, ..., 0]
   * @param shape sizes in elements
   * @param byteStrides one for each axis
   * @param isC whether it is C-contiguous
   * @param isF whether it is F-contiguous
   * @param alignment of an element, in bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on, never compared or printed.
  public record Given(
      long address, long[] shape, long[] byteStrides, boolean isC, boolean isF, int alignment) {

    int flags() {
      return (isC ? FLAG_C_CONTIGUOUS : 0)
          | (isF ? FLAG_F_CONTIGUOUS : 0)
          | (isAligned() ? FLAG_ALIGNED : 0);
    }

    /** By NumPy's rule, strides of axes of length 1 do not matter. */
    private boolean isAligned() {
      long bits = address;
      for (int axis = 0; axis < shape.length; axis++) {
        if (shape[axis] == 0) {
          return true;
        }
        bits |= shape[axis] > 1 ? byteStrides[axis] : 0;
      }
      return (bits & (alignment - 1)) == 0;
    }
  }

  private static long make(int type, Given given, boolean writable, Scratch scratch) {
    long mark = scratch.mark();
    int rank = given.shape.length;
    long dims = scratch.allocate(16L * rank);
    long strides = dims + 8L * rank;
    Memory.putLongs(dims, given.shape);
    Memory.putLongs(strides, given.byteStrides);
    long descr = DESCRS[type];
    CPython.incRef(descr);
    int flags = writable ? FLAG_WRITEABLE : 0;
    // For 0, NumPy would allocate; there is no element.
    long data = given.address == 0 ? dims : given.address;
    long array = Invoke.toLong(NEW, NDARRAY, descr, rank, dims, strides, data, flags, 0);
    scratch.reset(mark);
    if (array != 0) {
      CPython.incRef(PLACEHOLDER);
      Memory.putLong(array + BASE, PLACEHOLDER);
    }
    return array;
  }

  /**
   * Gives up an array made by {@link #array} to which nobody else has a reference.
   *
   * @param array the array
   */
  public static void release(long array) {
    long descr = descr(array);
    int type = type(descr);
    boolean isPlain =
        type < TYPES
            && descr == DESCRS[type]
            && CPython.type(array) == NDARRAY
            && Memory.getLong(array + WEAK_REFERENCES) == 0
            && Memory.getLong(array + BUFFER_INFO) == 0;
    if (!isPlain || !Shells.put(array, type, rank(array))) {
      CPython.decRef(array);
    }
  }

  /**
   * Gives an array made by {@link #array} a base that keeps its memory.
   *
   * @param array the array
   * @param capsule a reference that the caller gives away
   */
  public static void setBase(long array, long capsule) {
    Memory.putLong(array + BASE, capsule);
    CPython.decRef(PLACEHOLDER);
  }

  /** The dtype of an array, borrowed. */
  public static long descr(long array) {
    return Memory.getLong(array + DESCR);
  }

  /** The number of a dtype. */
  public static int type(long descr) {
    return Memory.getInt(descr + DESCR_TYPE);
  }

  /** Whether the elements of a dtype are in the machine's byte order. */
  public static boolean isNative(long descr) {
    byte order = Memory.getByte(descr + DESCR_ORDER);
    return order == '=' || order == '|' || order == '<'; // Only little-endian machines have us.
  }

  /** The dtype with a number below 24, in native byte order, borrowed. */
  public static long descrOf(int type) {
    return DESCRS[type];
  }

  /** The address of element [0, ..., 0]. */
  public static long address(long array) {
    return Memory.getLong(array + DATA);
  }

  /** The number of axes. */
  public static int rank(long array) {
    return Memory.getInt(array + RANK);
  }

  /** Sizes in elements. */
  public static long[] shape(long array) {
    return Memory.getLongs(Memory.getLong(array + SHAPE), rank(array));
  }

  /** Strides in bytes. */
  public static long[] byteStrides(long array) {
    return Memory.getLongs(Memory.getLong(array + STRIDES), rank(array));
  }

  private static int flags(long array) {
    return Memory.getInt(array + FLAGS);
  }

  /** Whether elements are at multiples of their alignment. */
  public static boolean isAligned(long array) {
    return (flags(array) & FLAG_ALIGNED) != 0;
  }

  /** Whether elements may be set. */
  public static boolean isWritable(long array) {
    return (flags(array) & FLAG_WRITEABLE) != 0;
  }

  /**
   * Whether an array is plain, and nobody else reaches its memory.
   *
   * @param array the array
   * @param known how many references to it are the caller's
   */
  public static boolean ownsAlone(long array, int known) {
    return (flags(array) & FLAG_OWNDATA) != 0
        && Memory.getLong(array + BASE) == 0
        && CPython.type(array) == NDARRAY
        && CPython.references(array) == known;
  }
}
