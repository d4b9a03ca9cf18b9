package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the fixed part of a {@code .npy} file, then the dictionary. */
final class HeaderReader {
  /** NumPy's limit too. A header of the dtypes that are read here has about 120 bytes. */
  private static final int MAX_HEADER = 10_000;

  private static final int ZIP = 'P' | 'K' << 8 | 3 << 16 | 4 << 24;

  private final Input input;
  private final Problems problems;

  HeaderReader(ReadableByteChannel channel, Problems problems) {
    this.input = new Input(channel, problems);
    this.problems = problems;
  }

  Header read() throws IOException {
    ByteBuffer prelude = bytes(HeaderText.MAGIC.length + 2, "the magic string and version");
    requireMagic(prelude);
    int major = Byte.toUnsignedInt(prelude.get());
    int minor = Byte.toUnsignedInt(prelude.get());
    if (major < 1 || major > 3 || minor != 0) {
      throw problems.of("version " + major + "." + minor + " is none of 1.0, 2.0 and 3.0");
    }
    int lengthSize = major == 1 ? Short.BYTES : Integer.BYTES;
    int length = headerLength(lengthSize);
    String header = decode(bytes(length, "the header"), major);
    long dataOffset = (long) prelude.capacity() + lengthSize + length;
    return check(new HeaderParser(header, problems, major < 3).parse(), dataOffset);
  }

  private void requireMagic(ByteBuffer prelude) throws IOException {
    if (prelude.getInt(0) == ZIP) {
      throw problems.of("not a .npy file but a zip archive, which Npz.open reads");
    }
    for (byte expected : HeaderText.MAGIC) {
      if (prelude.get() != expected) {
        throw problems.of("not a .npy file: it does not start with \\x93NUMPY");
      }
    }
  }

  private int headerLength(int size) throws IOException {
    ByteBuffer field = bytes(size, "the header's length");
    long length =
        size == Short.BYTES
            ? Short.toUnsignedLong(field.getShort())
            : Integer.toUnsignedLong(field.getInt());
    if (length > MAX_HEADER) {
      throw problems.of("a header of " + length + " bytes exceeds the limit of " + MAX_HEADER);
    }
    return (int) length;
  }

  private ByteBuffer bytes(int count, String what) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    input.fill(buffer, what);
    return buffer.flip();
  }

  private String decode(ByteBuffer bytes, int major) throws IOException {
    Charset charset = major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    try {
      return charset.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException malformed) {
      throw problems.of("the header is not valid UTF-8", malformed);
    }
  }

  private Header check(HeaderParser.Fields fields, long dataOffset) throws IOException {
    List<Long> shape = fields.shape();
    if (shape.size() > HeaderText.MAX_RANK) {
      throw problems.of(
          "an array of rank %d exceeds the limit of %d"
              .formatted(shape.size(), HeaderText.MAX_RANK));
    }
    Descr descr = Descr.parse(fields.descr(), problems);
    return new Header(
        fields.descr(),
        descr.dtype(),
        shape,
        fields.isFortranOrder(),
        descr.isSwapped(),
        descr.isRaw(),
        dataOffset,
        dataBytes(shape, descr.dtype().itemsize()));
  }

  /** As in NumPy, axes of length 0 do not excuse others whose product overflows. */
  private long dataBytes(List<Long> shape, int itemsize) throws IOException {
    long bytes = itemsize;
    try {
      for (long size : shape) {
        bytes = Math.multiplyExact(bytes, Math.max(size, 1));
      }
    } catch (ArithmeticException overflow) {
      throw problems.of("shape " + shape + " exceeds the address space", overflow);
    }
    return shape.contains(0L) ? 0 : bytes;
  }
}
