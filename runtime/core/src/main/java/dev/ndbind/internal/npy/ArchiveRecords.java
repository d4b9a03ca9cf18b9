package dev.ndbind.internal.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The records of an archive, with the values that Python's {@code zipfile} gives them. */
final class ArchiveRecords {
  /** From here on zipfile writes 64 bits. The format would allow for twice as much. */
  private static final long LIMIT = Integer.MAX_VALUE;

  private static final int ENTRIES_LIMIT = 0xFFFF;
  private static final int SEE_EXTRA = -1;
  private static final short VERSION_64 = 45;
  private static final short FIRST_OF_1980 = 1 << 5 | 1;
  private static final short HAS_DESCRIPTOR = 1 << 3;
  private static final short IS_UTF_8 = 1 << 11;
  private static final short DEFLATED = 8;
  private static final int UNIX = 3 << 8;

  /** Readable and writable by the owner. */
  private static final int ATTRIBUTES = 0600 << 16;

  private ArchiveRecords() {}

  /** What the records of one entry say. Sizes are in bytes, and known once it is written. */
  static final class Entry {
    final long offset;
    long size;
    long compressedSize;
    int checksum;
    private final byte[] name;
    private final short flags;
    private final short method;

    Entry(String name, long offset, boolean isCompressed, boolean hasDescriptor) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.offset = offset;
      boolean isAscii = this.name.length == name.length();
      this.flags = (short) ((hasDescriptor ? HAS_DESCRIPTOR : 0) | (isAscii ? 0 : IS_UTF_8));
      this.method = isCompressed ? DEFLATED : 0;
    }

    private boolean hasDescriptor() {
      return (flags & HAS_DESCRIPTOR) != 0;
    }

    /** Before the content. */
    ByteBuffer local() {
      ByteBuffer record = record(50 + name.length).putInt(0x04034b50).putShort(VERSION_64);
      common(record, hasDescriptor() ? 0 : checksum).putInt(SEE_EXTRA).putInt(SEE_EXTRA);
      record.putShort((short) name.length).putShort((short) 20).put(name);
      record.putShort((short) 1).putShort((short) 16);
      record.putLong(hasDescriptor() ? 0 : size).putLong(hasDescriptor() ? 0 : compressedSize);
      return record.flip();
    }

    private ByteBuffer common(ByteBuffer record, int sum) {
      record.putShort(flags).putShort(method).putShort((short) 0).putShort(FIRST_OF_1980);
      return record.putInt(sum);
    }

    /** Behind the content, if what is before it cannot be rewritten. */
    ByteBuffer descriptor() {
      ByteBuffer record = record(24).putInt(0x08074b50).putInt(checksum);
      return record.putLong(compressedSize).putLong(size).flip();
    }

    /** In the directory. */
    ByteBuffer central() {
      List<Long> extra = new ArrayList<>();
      boolean isLarge = size > LIMIT || compressedSize > LIMIT;
      if (isLarge) {
        extra.add(size);
        extra.add(compressedSize);
      }
      if (offset > LIMIT) {
        extra.add(offset);
      }
      int extraBytes = extra.isEmpty() ? 0 : 4 + 8 * extra.size();
      ByteBuffer record = record(46 + name.length + extraBytes).putInt(0x02014b50);
      common(record.putShort((short) (UNIX | VERSION_64)).putShort(VERSION_64), checksum);
      record.putInt(isLarge ? SEE_EXTRA : (int) compressedSize);
      record.putInt(isLarge ? SEE_EXTRA : (int) size);
      record.putShort((short) name.length).putShort((short) extraBytes);
      record.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(ATTRIBUTES);
      record.putInt(offset > LIMIT ? SEE_EXTRA : (int) offset).put(name);
      if (!extra.isEmpty()) {
        record.putShort((short) 1).putShort((short) (8 * extra.size()));
        extra.forEach(record::putLong);
      }
      return record.flip();
    }
  }

  /** At the end. */
  static ByteBuffer end(long entries, long start, long bytes) {
    ByteBuffer record = record(56 + 20 + 22);
    if (entries > ENTRIES_LIMIT || start > LIMIT || bytes > LIMIT) {
      record.putInt(0x06064b50).putLong(44).putShort(VERSION_64).putShort(VERSION_64);
      record.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(bytes).putLong(start);
      record.putInt(0x07064b50).putInt(0).putLong(start + bytes).putInt(1);
    }
    short shown = (short) Math.min(entries, ENTRIES_LIMIT);
    record.putInt(0x06054b50).putInt(0).putShort(shown).putShort(shown);
    record.putInt((int) Math.min(bytes, 0xFFFF_FFFFL)).putInt((int) Math.min(start, 0xFFFF_FFFFL));
    return record.putShort((short) 0).flip();
  }

  private static ByteBuffer record(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
