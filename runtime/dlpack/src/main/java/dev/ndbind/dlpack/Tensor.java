package dev.ndbind.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/**
 * A tensor of DLPack's as it lies in memory.
 *
 * @param address of the structure
 * @param struct which of the two
 */
record Tensor(long address, Struct struct) {
  private static final long ALIGNMENT = 8;

  /** Beyond any version, and below any data's address. */
  private static final int MANY = 256;

  /**
   * This tensor, if one can be here. Taking the one structure for the other would jump to what is
   * no function.
   *
   * @throws IllegalArgumentException if not
   */
  Tensor required() {
    if (address == 0 || address % ALIGNMENT != 0) {
      throw new IllegalArgumentException("no tensor is at address 0x%x".formatted(address));
    }
    boolean looksVersioned =
        Integer.compareUnsigned(major() - 1, MANY) < 0
            && Integer.compareUnsigned(minor(), MANY) < 0;
    if (looksVersioned != (struct == Struct.VERSIONED)) {
      throw new IllegalArgumentException(
          "the tensor at address 0x%x is %s".formatted(address, mistaken(looksVersioned)));
    }
    return this;
  }

  private static String mistaken(boolean looksVersioned) {
    return looksVersioned
        ? "a DLManagedTensorVersioned; take(...) and delete(...) are for these"
        : "no DLManagedTensorVersioned; if it is a DLManagedTensor, takeUnversioned(...) and"
            + " deleteUnversioned(...) are for these";
  }

  int major() {
    return Memory.ALL.get(JAVA_INT, address + Struct.VERSION_MAJOR);
  }

  int minor() {
    return Memory.ALL.get(JAVA_INT, address + Struct.VERSION_MINOR);
  }

  /** 0 if there is nothing to call. */
  long deleter() {
    return Memory.ALL.get(JAVA_LONG, address + struct.deleter);
  }

  boolean isWritable() {
    return struct == Struct.VERSIONED
        && (Memory.ALL.get(JAVA_LONG, address + Struct.FLAGS) & Struct.READ_ONLY) == 0;
  }

  long data() {
    return number(Struct.DATA);
  }

  int deviceType() {
    return Memory.ALL.get(JAVA_INT, field(Struct.DEVICE_TYPE));
  }

  int deviceId() {
    return Memory.ALL.get(JAVA_INT, field(Struct.DEVICE_ID));
  }

  int ndim() {
    return Memory.ALL.get(JAVA_INT, field(Struct.NDIM));
  }

  ElementType type() {
    return new ElementType(octet(Struct.CODE), octet(Struct.BITS));
  }

  int lanes() {
    return Short.toUnsignedInt(Memory.ALL.get(JAVA_SHORT, field(Struct.LANES)));
  }

  /** Where the sizes are; 0 if nowhere. */
  long shape() {
    return number(Struct.SHAPE);
  }

  /** Where the strides, in elements, are; 0 if the elements are in C order. */
  long strides() {
    return number(Struct.STRIDES);
  }

  /** Unsigned. */
  long byteOffset() {
    return number(Struct.BYTE_OFFSET);
  }

  private long field(long offset) {
    return address + struct.tensor + offset;
  }

  private long number(long offset) {
    return Memory.ALL.get(JAVA_LONG, field(offset));
  }

  private int octet(long offset) {
    return Byte.toUnsignedInt(Memory.ALL.get(JAVA_BYTE, field(offset)));
  }
}
