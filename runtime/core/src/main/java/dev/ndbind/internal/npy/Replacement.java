package dev.ndbind.internal.npy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file beside the one that it replaces, so that others see the old one or the new one, and
 * arrays mapped from the old one stay what they are.
 */
public final class Replacement {
  private Replacement() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the content.
     *
     * @param sink takes it
     * @param file what the sink writes to, if it can be changed afterwards; else null
     * @throws IOException if it cannot be written
     */
    void writeTo(Sink sink, @Nullable FileChannel file) throws IOException;
  }

  /**
   * Writes a file whole or not at all.
   *
   * @param file what to write; a link stays, what it leads to is replaced; what is no regular file,
   *     a pipe for instance, is written as it is
   * @param content writes the content
   * @throws IOException if it cannot be written; then the file is as before
   */
  public static void write(Path file, Content content) throws IOException {
    if (!Files.exists(file)) {
      replace(file, content);
    } else if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString()); // Though its directory may be writable.
    } else if (Files.isRegularFile(file)) {
      replace(file.toRealPath(), content);
    } else {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        content.writeTo(Sink.of(channel), null);
      }
    }
  }

  private static void replace(Path file, Content content) throws IOException {
    Path fresh = file.resolveSibling(".ndbind-" + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.writeTo(Sink.of(channel), channel);
      }
      keepPermissions(file, fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void keepPermissions(Path old, Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      view.setPermissions(Files.getPosixFilePermissions(old, LinkOption.NOFOLLOW_LINKS));
    }
  }
}
