package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes archives as {@code numpy.savez} does, byte for byte: dated 1980, with sizes of 64 bits in
 * every entry's own header.
 */
public final class ArchiveWriter {
  private final Sink sink;

  /** Null where nothing that has been written can be changed. */
  private final @Nullable FileChannel file;

  private final boolean isCompressed;
  private final List<ArchiveRecords.Entry> entries = new ArrayList<>();
  private long position;

  /**
   * Begins an archive.
   *
   * @param sink takes it
   * @param file what the sink writes to: size and check sum of an entry are filled in when it has
   *     been written; null if that is not possible: then they follow it
   * @param isCompressed whether elements are deflated
   */
  public ArchiveWriter(Sink sink, @Nullable FileChannel file, boolean isCompressed) {
    this.sink = sink;
    this.file = file;
    this.isCompressed = isCompressed;
  }

  /**
   * Writes an array.
   *
   * @param name of its entry, without a suffix
   * @param layout the elements; the caller keeps the memory valid
   * @throws IOException if it cannot be written
   */
  public void add(String name, Layout layout) throws IOException {
    ArchiveRecords.Entry entry =
        new ArchiveRecords.Entry(name + ".npy", position, isCompressed, file == null);
    entries.add(entry);
    put(entry.local());
    try (EntrySink content = new EntrySink(this::put, isCompressed)) {
      DataWriter.write(layout, content);
      content.finish(entry);
    }
    if (file == null) {
      put(entry.descriptor());
    } else {
      rewrite(file, entry);
    }
  }

  private static void rewrite(FileChannel file, ArchiveRecords.Entry entry) throws IOException {
    ByteBuffer local = entry.local();
    while (local.hasRemaining()) {
      file.write(local, entry.offset + local.position());
    }
  }

  /**
   * Writes the directory.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    long start = position;
    for (ArchiveRecords.Entry entry : entries) {
      put(entry.central());
    }
    put(ArchiveRecords.end(entries.size(), start, position - start));
  }

  private void put(ByteBuffer bytes) throws IOException {
    position += bytes.remaining();
    sink.write(bytes);
  }
}
