package dev.ndbind.internal.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;

/** Takes the bytes of a file one after the other. */
@FunctionalInterface
public interface Sink {
  /**
   * Takes bytes.
   *
   * @param bytes all that remain are taken
   * @throws IOException if they cannot be written
   */
  void write(ByteBuffer bytes) throws IOException;

  /**
   * Writes to a channel.
   *
   * @param channel a blocking one
   * @return the sink
   */
  static Sink of(WritableByteChannel channel) {
    return bytes -> {
      while (bytes.hasRemaining()) {
        if (channel.write(bytes) == 0 && channel instanceof SelectableChannel selectable) {
          Input.requireBlocking(selectable); // It would be asked for ever.
        }
      }
    };
  }

  /**
   * Writes to a stream.
   *
   * @param stream is neither flushed nor closed
   * @return the sink
   */
  static Sink of(OutputStream stream) {
    byte[] piece = new byte[1 << 16];
    return bytes -> {
      while (bytes.hasRemaining()) {
        int count = Math.min(piece.length, bytes.remaining());
        bytes.get(piece, 0, count);
        stream.write(piece, 0, count);
      }
    };
  }
}
