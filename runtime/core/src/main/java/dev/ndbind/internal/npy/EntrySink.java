package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Counts, sums and, if it shall, deflates the content of an entry. */
final class EntrySink implements Sink, AutoCloseable {
  private final Sink target;
  private final CRC32 checksum = new CRC32();
  private final @Nullable Deflater deflater;
  private final ByteBuffer piece = ByteBuffer.allocate(1 << 16);
  private long size;
  private long written;

  EntrySink(Sink target, boolean isCompressed) {
    this.target = target;
    this.deflater = isCompressed ? new Deflater(Deflater.DEFAULT_COMPRESSION, true) : null;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    size += bytes.remaining();
    checksum.update(bytes.duplicate());
    if (deflater == null) {
      put(bytes);
    } else {
      deflater.setInput(bytes);
      while (!deflater.needsInput()) {
        deflate(deflater);
      }
    }
  }

  private void deflate(Deflater running) throws IOException {
    running.deflate(piece.clear());
    put(piece.flip());
  }

  private void put(ByteBuffer bytes) throws IOException {
    written += bytes.remaining();
    target.write(bytes);
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
