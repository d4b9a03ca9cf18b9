package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the fixed part of a {@code .npy} file and checks the dictionary against the file. */
final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy's limit too. A header of the dtypes that are read here has about 120 bytes. */
  private static final int MAX_HEADER = 10_000;

  /** NumPy's limit too. */
  private static final int MAX_RANK = 64;

  private final FileChannel channel;
  private final String file;

  NpyReader(FileChannel channel, String file) {
    this.channel = channel;
    this.file = file;
  }

  NpyHeader read() throws IOException {
    ByteBuffer prelude = bytes(0, MAGIC.length + 2, "the magic string and version");
    byte[] magic = new byte[MAGIC.length];
    prelude.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw problem("not a .npy file: it does not start with \\x93NUMPY");
    }
    int major = Byte.toUnsignedInt(prelude.get());
    int minor = Byte.toUnsignedInt(prelude.get());
    if (major < 1 || major > 3 || minor != 0) {
      throw problem("version " + major + "." + minor + " is none of 1.0, 2.0 and 3.0");
    }
    int lengthSize = major == 1 ? Short.BYTES : Integer.BYTES;
    long length = headerLength(prelude.capacity(), lengthSize);
    long start = (long) prelude.capacity() + lengthSize;
    String header = decode(bytes(start, (int) length, "the header"), major);
    return check(new HeaderParser(header, file, major < 3).parse(), start + length);
  }

  private long headerLength(long position, int size) throws IOException {
    ByteBuffer field = bytes(position, size, "the header's length");
    long length =
        size == Short.BYTES
            ? Short.toUnsignedLong(field.getShort())
            : Integer.toUnsignedLong(field.getInt());
    if (length > MAX_HEADER) {
      throw problem("a header of " + length + " bytes exceeds the limit of " + MAX_HEADER);
    }
    return length;
  }

  private ByteBuffer bytes(long position, int count, String what) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw problem("the file ends within " + what);
      }
    }
    return buffer.flip();
  }

  private String decode(ByteBuffer bytes, int major) throws NpyFormatException {
    Charset charset = major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    try {
      return charset.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException malformed) {
      NpyFormatException problem = problem("the header is not valid UTF-8");
      problem.initCause(malformed);
      throw problem;
    }
  }

  private NpyHeader check(HeaderParser.Fields fields, long dataOffset) throws IOException {
    List<Long> shape = fields.shape();
    if (shape.size() > MAX_RANK) {
      throw problem("an array of rank " + shape.size() + " exceeds the limit of " + MAX_RANK);
    }
    Descr descr = Descr.parse(fields.descr(), file);
    long bytes = dataBytes(shape, descr.dtype().itemsize());
    long available = channel.size() - dataOffset;
    if (bytes > available) {
      throw problem(
          "shape %s of %s needs %d bytes of data, the file has %d"
              .formatted(shape, descr.dtype(), bytes, available));
    }
    return new NpyHeader(
        descr.dtype(), shape, fields.isFortranOrder(), descr.isSwapped(), dataOffset, bytes);
  }

  /** As in NumPy, axes of length 0 do not excuse others whose product overflows. */
  private long dataBytes(List<Long> shape, int itemsize) throws NpyFormatException {
    long bytes = itemsize;
    try {
      for (long size : shape) {
        bytes = Math.multiplyExact(bytes, Math.max(size, 1));
      }
    } catch (ArithmeticException overflow) {
      NpyFormatException problem = problem("shape " + shape + " exceeds the address space");
      problem.initCause(overflow);
      throw problem;
    }
    return shape.contains(0L) ? 0 : bytes;
  }

  private NpyFormatException problem(String text) {
    return new NpyFormatException(file, text);
  }
}
