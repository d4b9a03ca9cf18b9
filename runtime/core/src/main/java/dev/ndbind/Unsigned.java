package dev.ndbind;

/** Checked narrowing to unsigned elements: as in NumPy, a value out of range is refused. */
final class Unsigned {
  private Unsigned() {}

  static byte toByte(int value) {
    if ((value & ~0xFF) != 0) {
      throw outOfRange(value, "uint8");
    }
    return (byte) value;
  }

  static short toShort(int value) {
    if ((value & ~0xFFFF) != 0) {
      throw outOfRange(value, "uint16");
    }
    return (short) value;
  }

  static int toInt(long value) {
    if ((value & ~0xFFFF_FFFFL) != 0) {
      throw outOfRange(value, "uint32");
    }
    return (int) value;
  }

  private static IllegalArgumentException outOfRange(long value, String dtype) {
    return new IllegalArgumentException(value + " is out of range for " + dtype);
  }
}
