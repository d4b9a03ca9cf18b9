package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;

/** Reads as many bytes as are wanted, however few a channel gives at a time. */
final class Input {
  private final ReadableByteChannel channel;
  private final Problems problems;

  Input(ReadableByteChannel channel, Problems problems) {
    this.channel = channel;
    this.problems = problems;
  }

  /**
   * Fills a buffer, and reads nothing beyond.
   *
   * @param buffer has room for what is wanted
   * @param what names it, if the file ends before
   */
  void fill(ByteBuffer buffer, String what) throws IOException {
    int start = buffer.position();
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer);
      if (count < 0) {
        throw problems.of(
            "the file ends within %s: expected %d bytes, found %d"
                .formatted(what, buffer.limit() - start, buffer.position() - start));
      }
      // It would be asked for ever.
      if (count == 0 && channel instanceof SelectableChannel selectable) {
        requireBlocking(selectable);
      }
    }
  }

  static void requireBlocking(SelectableChannel channel) {
    if (!channel.isBlocking()) {
      throw new IllegalBlockingModeException();
    }
  }
}
