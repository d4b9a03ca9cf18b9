package dev.ndbind.numpy.internal.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A directory with the files of archives: made once, by one process at a time, and held against the
 * archives before each use. It appears whole or not at all.
 */
final class Unpacked {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
      PosixFilePermissions.fromString("----w--w-");

  private final Path cache;
  private final Contents contents;

  Unpacked(Path cache, Contents contents) {
    this.cache = cache;
    this.contents = contents;
  }

  /** The directory, with exactly the files of the archives, and what Python has compiled. */
  Path directory() throws RefusedException {
    Path directory = cache.resolve(contents.hash());
    try {
      Files.createDirectories(cache, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      requirePrivate(cache);
      if (!contents.areIn(directory)) {
        unpack(directory);
      }
      return directory.toRealPath();
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedException(
          "Python cannot be unpacked to %s, which the property ndbind.cache sets: %s"
              .formatted(cache, e),
          e);
    }
  }

  /** Whoever else can write there could have us load anything. */
  private static void requirePrivate(Path directory) throws IOException, RefusedException {
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
    if (permissions.stream().anyMatch(WRITABLE_BY_OTHERS::contains)) {
      throw new RefusedException(
          "other users can write to %s, from which programs are loaded; its permissions are %s"
              .formatted(directory, PosixFilePermissions.toString(permissions)));
    }
    if (!owner(directory).equals(owner(Path.of("/proc/self")))) {
      throw new RefusedException(
          "%s belongs to %s; the property ndbind.cache names another directory"
              .formatted(directory, Files.getOwner(directory)));
    }
  }

  /** The number of the user: in a container, it may have no name. */
  private static Object owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid");
  }

  private void unpack(Path directory) throws IOException {
    Path lock = cache.resolve(contents.hash() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock(channel)) {
      removeLeftovers();
      if (contents.areIn(directory)) {
        return; // Another process has done it meanwhile.
      }
      Path made = unpackBeside(directory);
      if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) { // Somebody has changed it.
        Files.move(directory, beside(), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
      removeLeftovers();
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException _) { // This process, under another class loader.
        Thread.onSpinWait();
      }
    }
  }

  private Path unpackBeside(Path directory) throws IOException {
    Path made = beside();
    Files.createDirectory(made, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    contents.copyTo(made);
    if (!contents.areIn(made)) {
      throw new IOException("what was written is not what was read: " + directory);
    }
    return made;
  }

  private Path beside() {
    return cache.resolve(contents.hash() + ".part-" + UUID.randomUUID());
  }

  /** Of processes that have ended in the middle; whoever holds the lock is alone. */
  private void removeLeftovers() throws IOException {
    List<Path> leftovers;
    try (Stream<Path> all = Files.list(cache)) {
      String start = contents.hash() + ".part-";
      leftovers = all.filter(path -> path.getFileName().toString().startsWith(start)).toList();
    }
    for (Path leftover : leftovers) {
      try (Stream<Path> tree = Files.walk(leftover)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** What is to be in the directory. */
  interface Contents {
    /** Another name for other contents. */
    String hash();

    /** Whether a directory has exactly the files, of the right sizes and check sums. */
    boolean areIn(Path directory) throws IOException;

    /** Writes all files. */
    void copyTo(Path directory) throws IOException;
  }
}
