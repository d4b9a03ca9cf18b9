package dev.ndbind.numpy.internal.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;

/** The files wanted from several archives, by their names, sizes and check sums. */
final class ArchiveContents implements Unpacked.Contents {
  /** To be raised when files are chosen or laid out otherwise. */
  private static final String FORMAT = "1";

  private final Map<String, Source> files = new TreeMap<>();

  private record Source(Archive archive, JarEntry entry) {}

  ArchiveContents(List<Archive> archives) {
    for (Archive archive : archives) {
      for (JarEntry entry : archive.entries()) {
        files.put(archive.name(entry), new Source(archive, entry));
      }
    }
  }

  Set<String> names() {
    return files.keySet();
  }

  @Override
  public String hash() {
    MessageDigest digest = sha256();
    digest.update(FORMAT.getBytes(StandardCharsets.UTF_8));
    files.forEach((name, source) ->
        digest.update(
            "%s %d %d\n"
                .formatted(name, source.entry.getSize(), source.entry.getCrc())
                .getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest(), 0, 10);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java has SHA-256", e);
    }
  }

  @Override
  public void copyTo(Path directory) throws IOException {
    for (Map.Entry<String, Source> file : files.entrySet()) {
      Path target = directory.resolve(file.getKey()).normalize();
      if (!target.startsWith(directory)) {
        throw new IOException("the archive has a file outside its folder: " + file.getKey());
      }
      Files.createDirectories(target.getParent());
      Source source = file.getValue();
      try (InputStream content = source.archive.file().getInputStream(source.entry)) {
        Files.copy(content, target);
      }
    }
  }

  @Override
  public boolean areIn(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    Check check = new Check(directory);
    Files.walkFileTree(directory, check);
    return check.fits && check.seen.size() == files.size();
  }

  /** Stops at the first file that is another, or none of ours. Links are not followed. */
  private final class Check extends SimpleFileVisitor<Path> {
    private final Path directory;
    private final Set<String> seen = new HashSet<>();
    private boolean fits = true;

    Check(Path directory) {
      this.directory = directory;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = directory.relativize(file).toString();
      Source source = files.get(name);
      if (source == null) {
        fits = attributes.isRegularFile() && isCompiled(name);
      } else {
        seen.add(name);
        fits = attributes.isRegularFile() && isSame(file, attributes.size(), source.entry);
      }
      return fits ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (isCompiled(directory.relativize(file).toString())) {
        return FileVisitResult.CONTINUE; // Another process has just given it its name.
      }
      throw e;
    }
  }

  /** Python writes these, under another name first, with a number behind it. */
  private static boolean isCompiled(String name) {
    return name.contains("/__pycache__/") && name.matches(".*\\.pyc(\\.\\d+)?");
  }

  private static boolean isSame(Path file, long size, JarEntry entry) throws IOException {
    return size == entry.getSize() && crc(file) == entry.getCrc();
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[1 << 17];
    try (InputStream content = Files.newInputStream(file)) {
      int read = content.read(buffer);
      while (read > 0) {
        crc.update(buffer, 0, read);
        read = content.read(buffer);
      }
    }
    return crc.getValue();
  }
}
