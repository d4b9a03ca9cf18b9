package dev.ndbind.numpy;

import dev.ndbind.NpyFormatException;
import dev.ndbind.NumpyArray;
import dev.ndbind.annotation.Order;
import dev.ndbind.internal.memory.Strides;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;

/** Says of arrays what {@code facts} in {@code files.py} says of ndarrays. */
final class FileFacts {
  static final String REFUSED = "refused";

  private FileFacts() {}

  /** Something that reads an array, or throws. */
  interface Reading {
    NumpyArray read() throws IOException;
  }

  static String of(NumpyArray array) {
    byte[] bytes = new byte[Math.toIntExact(array.size() * array.dtype().itemsize())];
    array.copyTo(MemorySegment.ofArray(bytes));
    boolean isFortran = array.isContiguous(Order.F) && !array.isContiguous(Order.C);
    return "%s %s %s %s"
        .formatted(
            array.dtype(),
            Strides.print(array.shape()),
            isFortran ? "F" : "C",
            HexFormat.of().formatHex(bytes));
  }

  /** Any other exception is a fault. */
  static String outcome(Reading reading) throws IOException {
    try {
      return of(reading.read());
    } catch (NpyFormatException e) {
      return REFUSED;
    }
  }
}
