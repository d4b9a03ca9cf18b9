package dev.ndbind;

import dev.ndbind.annotation.DType;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files made by hand, sound ones and others. */
final class NpyFiles {
  private NpyFiles() {}

  /** A file of version 1.0. */
  static byte[] file(String descr, boolean fortran, String shape, byte[] data) {
    return file(1, dictionary(descr, fortran, shape), data);
  }

  static String dictionary(String descr, boolean fortran, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
        .formatted(descr, fortran ? "True" : "False", shape);
  }

  /** A file of any version, its data starting at a multiple of 64. */
  static byte[] file(int major, String dictionary, byte[] data) {
    int prelude = major == 1 ? 10 : 12;
    int length = (prelude + dictionary.length() + 1 + 63) / 64 * 64 - prelude;
    ByteBuffer file =
        ByteBuffer.allocate(prelude + length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
    if (major == 1) {
      file.putShort((short) length);
    } else {
      file.putInt(length);
    }
    String padded = dictionary + " ".repeat(length - dictionary.length() - 1) + "\n";
    return file.put(padded.getBytes(StandardCharsets.US_ASCII)).put(data).array();
  }

  static byte[] ints(ByteOrder order, int... values) {
    ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(order);
    for (int value : values) {
      data.putInt(value);
    }
    return data.array();
  }

  /** The elements in C order, as they lie in this machine's memory. */
  static byte[] bytes(NumpyArray array) {
    byte[] bytes = new byte[Math.toIntExact(array.size() * array.dtype().itemsize())];
    array.copyTo(MemorySegment.ofArray(bytes));
    return bytes;
  }

  /** The same elements in the other byte order; each part of a complex number by itself. */
  static byte[] swapped(DType dtype, byte[] bytes) {
    int part = dtype.isComplex() ? dtype.itemsize() / 2 : dtype.itemsize();
    ByteArrayOutputStream swapped = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      swapped.write(bytes[i - i % part + part - 1 - i % part]);
    }
    return swapped.toByteArray();
  }
}
