package dev.ndbind.internal.npy;

import dev.ndbind.internal.memory.Strides;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes headers as {@code numpy.save} does, byte for byte: always of version 1.0. */
public final class HeaderText {
  /** NumPy's limit too. */
  public static final int MAX_RANK = 64;

  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int ALIGNMENT = 64;
  private static final int PRELUDE = MAGIC.length + 2 + Short.BYTES;

  /** NumPy leaves room for one axis to grow: a program that appends rows rewrites its size. */
  private static final int LONGEST_SIZE = 21;

  private HeaderText() {}

  /**
   * The bytes before the elements.
   *
   * @param layout what follows them
   * @return a buffer to read from, of a multiple of 64 bytes
   */
  public static ByteBuffer of(Layout layout) {
    long[] shape = layout.shape();
    boolean isFortran = layout.isFortranOrder();
    String dictionary =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
            .formatted(
                Descr.of(layout.dtype()), isFortran ? "True" : "False", Strides.print(shape));
    String text = dictionary + " ".repeat(room(shape, isFortran));
    int used = PRELUDE + text.length() + 1;
    int padding = ALIGNMENT - used % ALIGNMENT; // NumPy, too, adds 64 rather than none.
    ByteBuffer header = ByteBuffer.allocate(used + padding).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).put((byte) 1).put((byte) 0);
    header.putShort((short) (used + padding - PRELUDE));
    header.put((text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    return header.flip();
  }

  private static int room(long[] shape, boolean isFortran) {
    if (shape.length == 0) {
      return 0;
    }
    long growing = shape[isFortran ? shape.length - 1 : 0];
    return LONGEST_SIZE - Long.toString(growing).length();
  }
}
