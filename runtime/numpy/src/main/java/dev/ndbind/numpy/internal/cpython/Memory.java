package dev.ndbind.numpy.internal.cpython;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The fields of C structures, at absolute addresses. */
public final class Memory {
  @SuppressWarnings("restricted") // Whoever reads has a pointer from CPython or NumPy.
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private Memory() {}

  /**
   * Reads a pointer, or another number of 64 bits.
   *
   * @param address a multiple of 8
   * @return the number
   */
  public static long getLong(long address) {
    return ALL.get(ValueLayout.JAVA_LONG, address);
  }

  /**
   * Writes a pointer, or another number of 64 bits.
   *
   * @param address a multiple of 8
   * @param value the number
   */
  public static void putLong(long address, long value) {
    ALL.set(ValueLayout.JAVA_LONG, address, value);
  }

  /**
   * Reads a number of 32 bits.
   *
   * @param address a multiple of 4
   * @return the number
   */
  public static int getInt(long address) {
    return ALL.get(ValueLayout.JAVA_INT, address);
  }

  /**
   * Writes a number of 32 bits.
   *
   * @param address a multiple of 4
   * @param value the number
   */
  public static void putInt(long address, int value) {
    ALL.set(ValueLayout.JAVA_INT, address, value);
  }

  /**
   * Reads one byte.
   *
   * @param address any address
   * @return the byte
   */
  public static byte getByte(long address) {
    return ALL.get(ValueLayout.JAVA_BYTE, address);
  }

  /**
   * Reads numbers of 64 bits.
   *
   * @param address of the first, a multiple of 8
   * @param count how many
   * @return a new array
   */
  public static long[] getLongs(long address, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = getLong(address + 8L * i);
    }
    return values;
  }

  /**
   * Writes numbers of 64 bits.
   *
   * @param address of the first, a multiple of 8
   * @param values the numbers
   */
  public static void putLongs(long address, long... values) {
    for (int i = 0; i < values.length; i++) {
      putLong(address + 8L * i, values[i]);
    }
  }

  /**
   * Copies text in the machine's byte order.
   *
   * @param address room for the text, a multiple of 2
   * @param text UTF-16
   */
  public static void putChars(long address, String text) {
    MemorySegment.copy(text.toCharArray(), 0, ALL, ValueLayout.JAVA_CHAR, address, text.length());
  }

  /**
   * Copies bytes.
   *
   * @param address of the first
   * @param count how many
   * @return a new array
   */
  public static byte[] getBytes(long address, long count) {
    return ALL.asSlice(address, count).toArray(ValueLayout.JAVA_BYTE);
  }

  /**
   * Writes one byte.
   *
   * @param address any address
   * @param value the byte
   */
  public static void putByte(long address, byte value) {
    ALL.set(ValueLayout.JAVA_BYTE, address, value);
  }

  /**
   * Copies bytes.
   *
   * @param address of the first
   * @param bytes the bytes
   */
  public static void putBytes(long address, byte[] bytes) {
    MemorySegment.copy(bytes, 0, ALL, ValueLayout.JAVA_BYTE, address, bytes.length);
  }

  /**
   * Reads a string of C.
   *
   * @param address of its first byte
   * @return the text up to its end, as UTF-8
   */
  public static String getString(long address) {
    return ALL.getString(address);
  }
}
