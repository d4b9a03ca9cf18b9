package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Counts, sums and, if it shall, deflates the content of an entry.
 *
 * <p>All goes through memory of the heap: the JVM survives a mapped file that somebody truncates
 * where it copies from it, but not where it sums or deflates it.
 */
final class EntrySink implements Sink, AutoCloseable {
  private final Sink target;
  private final CRC32 checksum = new CRC32();
  private final @Nullable Deflater deflater;
  private final byte[] given = new byte[1 << 16];
  private final byte[] deflated = new byte[1 << 16];
  private long size;
  private long written;

  EntrySink(Sink target, boolean isCompressed) {
    this.target = target;
    this.deflater = isCompressed ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : null;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int count = Math.min(given.length, bytes.remaining());
      bytes.get(given, 0, count);
      size += count;
      checksum.update(given, 0, count);
      if (deflater == null) {
        put(given, count);
      } else {
        deflater.setInput(given, 0, count);
        while (!deflater.needsInput()) {
          deflate(deflater);
        }
      }
    }
  }

  private void deflate(Deflater running) throws IOException {
    put(deflated, running.deflate(deflated));
  }

  private void put(byte[] bytes, int count) throws IOException {
    written += count;
    target.write(ByteBuffer.wrap(bytes, 0, count));
  }

  /** Writes what is left, and tells the entry what became of it. */
  void finish(ArchiveRecords.Entry entry) throws IOException {
    if (deflater != null) {
      deflater.finish();
      while (!deflater.finished()) {
        deflate(deflater);
      }
    }
    entry.size = size;
    entry.compressedSize = written;
    entry.checksum = (int) checksum.getValue();
  }

  @Override
  public void close() {
    if (deflater != null) {
      deflater.end();
    }
  }
}
